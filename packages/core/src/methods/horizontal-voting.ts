import { z } from 'zod';
import { epochs, learningRate, members } from '../experiments/quantities.ts';
import { defineMethod } from './method.ts';
import { planChain } from './plan-chain.ts';

export const horizontalVotingConfig = z.strictObject({
  method: z.literal('horizontal-voting'),
  members,
  /** Epochs between two members. */
  epochs,
  /** Constant: the parent's last rate, as a rule. */
  learningRate,
});

/** The last epochs of one run, a member at the end of each (Xie et al., 2013): the parent trained on at a constant rate. */
export const horizontalVoting = defineMethod<z.infer<typeof horizontalVotingConfig>>({
  kind: 'horizontal',
  ensemble: true,
  plan: ({ members, epochs, learningRate }, surroundings) =>
    planChain('horizontal', members, surroundings, () => ({
      epochs,
      schedule: { kind: 'constant', learningRate },
    })),
});
