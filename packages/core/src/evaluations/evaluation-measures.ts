import { z } from 'zod';
import { share } from '../experiments/quantities.ts';

/** What may be chosen of how members are measured; the defaults are the method's. */
export const evaluationMeasures = z.strictObject({
  /** What of the members is averaged. */
  averaging: z.enum(['mean-softmax', 'mean-logits']).default('mean-softmax'),
  /** Over which pairs of members KL is averaged. */
  klPairs: z.enum(['ordered', 'i<j']).default('ordered'),
  eceBins: z.number().int().min(1).max(1000).default(15),
  /** Of the intervals, for example 0.95. */
  confidence: share.default(0.95),
});

export type EvaluationMeasures = z.infer<typeof evaluationMeasures>;
