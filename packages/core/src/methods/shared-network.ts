import { z } from 'zod';
import { epochs } from '../experiments/quantities.ts';
import { fromScratch } from './from-scratch.ts';
import { defineMethod, type Method } from './method.ts';

/** Members that one network holds. */
const members = z.number().int().min(2).max(64);

export const treeNetConfig = z.strictObject({ method: z.literal('treenet'), members, epochs });
export const batchEnsembleConfig = z.strictObject({ method: z.literal('batch-ensemble'), members, epochs });
export const mimoConfig = z.strictObject({
  method: z.literal('mimo'),
  members,
  /** Times that an image is in a batch. */
  repetitions: z.number().int().min(1).max(64),
  epochs,
});

export type SharedNetworkConfig = z.infer<
  typeof treeNetConfig | typeof batchEnsembleConfig | typeof mimoConfig
>;

/** Members that share the first half of the layers, with a branch each behind them (Lee et al., 2015). */
export const treeNet = sharedNetwork('treenet');

/** Members that share all weights but for two vectors a layer (Wen et al., 2020). */
export const batchEnsemble = sharedNetwork('batch-ensemble');

/** Members of one network that has an input and a head for each (Havasi et al., 2021). */
export const mimo = sharedNetwork('mimo');

/** How many times as much a step of the shared network takes as one of the network that it is made of. */
export function workOfSharing(config: SharedNetworkConfig): number {
  switch (config.method) {
    case 'treenet':
      return (1 + config.members) / 2;
    case 'batch-ensemble':
      return config.members;
    case 'mimo':
      return config.repetitions;
  }
}

/** One model of the parent's architecture that holds all members, from fresh weights on the parent's schedule. */
function sharedNetwork(kind: SharedNetworkConfig['method']): Method<SharedNetworkConfig> {
  return defineMethod<SharedNetworkConfig>({
    kind,
    ensemble: true,
    membersOf: ({ members }) => members,
    plan: ({ epochs }, { config }) => [
      {
        name: `${kind}-1`,
        kind,
        parentId: null,
        recipe: fromScratch(epochs, config.parent),
      },
    ],
  });
}
