import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Trains the first model of a family from scratch. */
export const trainParentJob = defineJob({
  name: 'train-parent',
  payload: z.strictObject({ modelId: z.uuid() }),
  priority: 40,
});
