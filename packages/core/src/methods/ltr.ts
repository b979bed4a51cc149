import { z } from 'zod';
import { epochs, epochsOrNone, members, share } from '../experiments/quantities.ts';
import { fromScratch } from './from-scratch.ts';
import { type Draft, defineMethod } from './method.ts';

export const ltrConfig = z
  .strictObject({
    method: z.literal('ltr'),
    members,
    /** How often each is pruned and rewound; the same share of what is left each time. */
    rounds: z.number().int().min(1).max(32),
    /** Share of weights that are pruned in the end. */
    sparsity: share,
    /** Of the first round; the others begin at the rewind point. */
    epochs,
    /** To whose weights each round goes back. */
    rewindEpochs: epochsOrNone,
  })
  .refine(({ rewindEpochs, epochs }) => rewindEpochs < epochs, {
    error: 'must be below epochs',
    path: ['rewindEpochs'],
  });

/** Tickets by iterative magnitude pruning with rewinding, each of a run of its own (Frankle et al., 2020; Renda et al., 2020). */
export const ltr = defineMethod<z.infer<typeof ltrConfig>>({
  kind: 'ltr',
  ensemble: true,
  plan: ({ members, rounds, sparsity, epochs, rewindEpochs }, { config }) =>
    Array.from(
      { length: members },
      (_, index): Draft => ({
        name: `ltr-${index + 1}`,
        kind: 'ltr',
        parentId: null,
        sparsity,
        recipe: {
          ...fromScratch(epochs + rounds * (epochs - rewindEpochs), config.parent),
          maskSchedule: { kind: 'rewind', rounds, sparsity, epochs, rewindEpochs },
        },
      }),
    ),
});
