import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Trains the previous model on for one cosine cycle. */
export const trainSnapshotJob = defineJob({
  name: 'train-snapshot',
  payload: z.strictObject({
    modelId: z.uuid(),
    /** From 0. */
    index: z.number().int().min(0),
    /** The parent for the first snapshot. */
    previousModelId: z.uuid(),
  }),
  priority: 30,
});
