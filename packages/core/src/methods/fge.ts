import { z } from 'zod';
import { epochs, learningRate, members } from '../experiments/quantities.ts';
import { defineMethod } from './method.ts';
import { planChain } from './plan-chain.ts';

export const fgeConfig = z
  .strictObject({
    method: z.literal('fge'),
    members,
    /** Epochs of one fall and rise of the rate. */
    cycleEpochs: epochs,
    maxLearningRate: learningRate,
    minLearningRate: learningRate,
  })
  .refine(({ minLearningRate, maxLearningRate }) => minLearningRate <= maxLearningRate, {
    error: 'must not be above maxLearningRate',
    path: ['minLearningRate'],
  });

/**
 * Fast geometric ensembling (Garipov et al., 2018): the parent trained on while the rate falls and rises in triangles, a member
 * at every low point. The first is half a cycle away. Momentum begins anew with each.
 */
export const fge = defineMethod<z.infer<typeof fgeConfig>>({
  kind: 'fge',
  ensemble: true,
  plan: ({ members, cycleEpochs, maxLearningRate, minLearningRate }, surroundings) =>
    planChain('fge', members, surroundings, (index) => ({
      epochs: index === 0 ? cycleEpochs / 2 : cycleEpochs,
      schedule: {
        kind: 'triangular',
        from: index === 0 ? 'high' : 'low',
        maxLearningRate,
        minLearningRate,
      },
    })),
});
