import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';
import { ensembleNames } from '../methods/methods.ts';
import { evaluationMeasures } from './evaluation-measures.ts';

/** The name of evaluations whose members someone chose. */
export const chosen = 'chosen';

/** Averages the members' stored predictions and measures the ensemble. */
export const evaluateEnsembleJob = defineJob({
  name: 'evaluate-ensemble',
  payload: z.strictObject({
    name: z.enum([...ensembleNames, chosen]),
    memberIds: z.array(z.uuid()).min(1),
    /** Missing where the experiment's configuration says them. */
    measures: evaluationMeasures.optional(),
  }),
  priority: 20,
});
