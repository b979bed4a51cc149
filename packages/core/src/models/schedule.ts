import { z } from 'zod';
import { epochs, learningRate } from '../experiments/quantities.ts';

/** Those that a training from fresh weights may follow. */
export const scheduleNames = ['piecewise', 'step'] as const;

/** The learning rate over the steps of one training. */
export const schedule = z.discriminatedUnion('kind', [
  /** The parent's of the first PAT code: full for half of the steps, then down to a hundredth. */
  z.strictObject({ kind: z.literal('piecewise'), learningRate }),
  /** Of uncertainty-baselines: a fifth at 30, 60 and 80 % of the training, after a warm-up of half a percent. */
  z.strictObject({ kind: z.literal('step'), learningRate }),
  z.strictObject({ kind: z.literal('one-cycle'), maxLearningRate: learningRate }),
  z.strictObject({ kind: z.literal('constant'), learningRate }),
  /** Constant rates one after another. */
  z.strictObject({
    kind: z.literal('stages'),
    stages: z.array(z.strictObject({ epochs, learningRate })).min(1),
  }),
  /** One cosine from the rate down to zero. */
  z.strictObject({ kind: z.literal('cosine'), learningRate }),
  /** From the high point down to the low one; or from the low one up and down again. */
  z.strictObject({
    kind: z.literal('triangular'),
    from: z.enum(['high', 'low']),
    maxLearningRate: learningRate,
    minLearningRate: learningRate,
  }),
]);
