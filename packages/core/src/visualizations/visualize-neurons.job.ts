import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Renders and hashes the pictures of some neurons of one model. */
export const visualizeNeuronsJob = defineJob({
  name: 'visualize-neurons',
  payload: z.strictObject({
    modelId: z.uuid(),
    visualizationIds: z.array(z.uuid()).min(1),
    /** After which the pictures are kept too. */
    steps: z.array(z.number().int().positive()).default([]),
  }),
  priority: 10,
});
