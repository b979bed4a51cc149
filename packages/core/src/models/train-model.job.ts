import { z } from 'zod';
import { epochs, epochsOrNone, share, weightsFile } from '../experiments/quantities.ts';
import { defineJob } from '../jobs/define-job.ts';
import { magnitudePruning, randomPruning } from './pruning.ts';
import { schedule } from './schedule.ts';

/** How a mask changes while its model is trained. */
const maskSchedule = z.discriminatedUnion('kind', [
  /** Dynamic sparse training: of the kept weights a share is dropped and grown anew. */
  z.strictObject({
    kind: z.literal('regrow'),
    everySteps: z.number().int().min(1),
    share,
    /** Before the first step. */
    escape: share.optional(),
  }),
  /** Pruned by size in rounds, each from the weights of an early point of the first. */
  z.strictObject({
    kind: z.literal('rewind'),
    rounds: z.number().int().min(1),
    sparsity: share,
    /** Of the first round, which the schedule is that of. */
    epochs,
    rewindEpochs: epochsOrNone,
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
      /** At random, small layers fuller than large ones. */
      z.strictObject({ kind: z.literal('erdos-renyi'), density: share }),
      /** The mask of the model that it starts from. */
      z.strictObject({ kind: z.literal('inherited') }),
    ])
    .nullable(),
  maskSchedule: maskSchedule.optional(),
  /** Share of units dropped in each step; none unless given. */
  dropoutRate: share.optional(),
  /** Of all rounds together; 0 takes the weights as they are. */
  epochs: z.number().min(0),
  schedule,
});

export type Recipe = z.infer<typeof recipe>;

/** Gives a model its weights, and its checkpoints theirs. */
export const trainModelJob = defineJob({
  name: 'train-model',
  payload: z.strictObject({
    modelId: z.uuid(),
    recipe,
    checkpoints: z.array(z.strictObject({ modelId: z.uuid(), epoch: z.number().min(0) })).default([]),
  }),
  priority: 40,
});
