import { z } from 'zod';
import { epochs, learningRate, members } from '../experiments/quantities.ts';
import { defineMethod } from './method.ts';
import { planChain } from './plan-chain.ts';

export const snapshotConfig = z.strictObject({
  method: z.literal('snapshot'),
  members,
  /** Epochs of each snapshot's cycle. */
  epochs,
  /** The rate that each cosine cycle starts from. */
  learningRate,
});

/** The parent trained on in cosine cycles, a snapshot at the end of each (Huang et al., 2017; paper, Fig. 3). */
export const snapshot = defineMethod<z.infer<typeof snapshotConfig>>({
  kind: 'snapshot',
  ensemble: true,
  plan: ({ members, epochs, learningRate }, surroundings) =>
    planChain('snapshot', members, surroundings, () => ({
      epochs,
      schedule: { kind: 'cosine', learningRate },
    })),
});
