import { z } from 'zod';
import { epochsOrNone, learningRate, weightsFile } from '../experiments/quantities.ts';
import { defineJob } from '../jobs/define-job.ts';
import { magnitudePruning, randomPruning } from './pruning.ts';

/** The learning rate over the steps of one training. */
const schedule = z.discriminatedUnion('kind', [
  /** The parent's of the first PAT code: full for half of the steps, then down to a hundredth. */
  z.strictObject({ kind: z.literal('piecewise'), learningRate }),
  z.strictObject({ kind: z.literal('one-cycle'), maxLearningRate: learningRate }),
  z.strictObject({ kind: z.literal('constant'), learningRate }),
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

/** How a model comes to its weights: what it starts from, what is pruned of that, and how the rest is trained. */
export const recipe = z.strictObject({
  /** Whose weights it starts from; null for those of the file, or else fresh ones, drawn by the seed. */
  from: z.uuid().nullable(),
  weights: weightsFile.optional(),
  /** How its mask is drawn from those weights; null for none. */
  pruning: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('random'),
        method: randomPruning,
        /** Which draw of the method, from 0. */
        family: z.number().int().min(0),
        /** Which of the draw's children, from 0. */
        child: z.number().int().min(0),
      }),
      z.strictObject({ kind: z.literal('magnitude'), method: magnitudePruning }),
    ])
    .nullable(),
  /** 0 takes the weights as they are. */
  epochs: epochsOrNone,
  schedule,
});

export type Recipe = z.infer<typeof recipe>;

/** Gives a model its weights. */
export const trainModelJob = defineJob({
  name: 'train-model',
  payload: z.strictObject({ modelId: z.uuid(), recipe }),
  priority: 40,
});
