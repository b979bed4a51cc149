import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';
import { ensembleNames } from '../methods/methods.ts';

/** Averages the members' stored predictions and measures the ensemble. */
export const evaluateEnsembleJob = defineJob({
  name: 'evaluate-ensemble',
  payload: z.strictObject({
    name: z.enum(ensembleNames),
    memberIds: z.array(z.uuid()).min(1),
  }),
  priority: 20,
});
