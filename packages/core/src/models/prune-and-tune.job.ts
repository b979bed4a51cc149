import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Prunes the parent by its pair's mask and tunes what is left. */
export const pruneAndTuneJob = defineJob({
  name: 'prune-and-tune',
  payload: z.strictObject({
    modelId: z.uuid(),
    /** From 0; the mask of a pair is drawn once, and the complement is its other half. */
    pair: z.number().int().min(0),
    complement: z.boolean(),
  }),
  priority: 30,
});
