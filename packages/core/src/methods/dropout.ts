import { z } from 'zod';
import { epochs, share } from '../experiments/quantities.ts';
import { fromScratch } from './from-scratch.ts';
import { defineMethod } from './method.ts';

export const dropoutConfig = z.strictObject({
  method: z.literal('dropout'),
  /** Samples at test time, each with other units dropped. */
  members: z.number().int().min(1).max(64),
  /** Share of units dropped, in training and at test time. */
  rate: share,
  epochs,
});

/** Monte Carlo dropout (Gal & Ghahramani, 2016): one network trained with dropout, whose members are thinned at random. */
export const dropout = defineMethod<z.infer<typeof dropoutConfig>>({
  kind: 'dropout',
  ensemble: true,
  membersOf: ({ members }) => members,
  plan: ({ rate, epochs }, { config }) => [
    {
      name: 'dropout-1',
      kind: 'dropout',
      parentId: null,
      recipe: { ...fromScratch(epochs, config.parent), dropoutRate: rate },
    },
  ],
});
