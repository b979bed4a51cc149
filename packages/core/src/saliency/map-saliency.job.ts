import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Computes saliency maps of one model, taken alike of some test images, and how they agree with those of its relatives. */
export const mapSaliencyJob = defineJob({
  name: 'map-saliency',
  payload: z.strictObject({ modelId: z.uuid(), saliencyMapIds: z.array(z.uuid()).min(1) }),
  // Someone waits for it, and it takes a moment.
  priority: 50,
});
