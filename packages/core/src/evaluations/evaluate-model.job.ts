import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Measures one model on the experiment's test images. */
export const evaluateModelJob = defineJob({
  name: 'evaluate-model',
  payload: z.strictObject({ modelId: z.uuid() }),
  priority: 20,
});
