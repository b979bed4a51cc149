import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Finds the test images that excite a layer's channels most, in several models of a family. */
export const findTopImagesJob = defineJob({
  name: 'find-top-images',
  payload: z.strictObject({
    modelIds: z.array(z.uuid()).min(1),
    layer: z.string(),
  }),
  priority: 10,
});
