import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Correlates the channels of layers in two models of a family. */
export const matchLayersJob = defineJob({
  name: 'match-layers',
  payload: z.strictObject({
    /** Of the two, the one that comes first in the family. */
    modelId: z.uuid(),
    otherId: z.uuid(),
    layers: z.array(z.string()).min(1),
    /** The first test images, so many. */
    images: z.number().int().min(2),
  }),
  priority: 10,
});
