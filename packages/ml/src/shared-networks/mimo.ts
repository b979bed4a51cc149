import type { Architecture } from '../architectures/architecture.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { withoutLayers } from './without-layers.ts';

/**
 * MIMO (Havasi et al., 2021): one network that takes an image for each member, their channels side by side, and has a head for
 * each. It is trained on images that have nothing to do with each other, and tested on one that all members see.
 * @param members 3 in the paper
 * @param repetitions times that an image is in a training batch, 4 in the paper
 */
export function mimo(base: Architecture, members: number, repetitions: number): Architecture {
  return {
    name: `${base.name}-mimo-${members}`,
    description: `${members} members that share one ${base.name}, each with an input and a head of its own.`,
    layers: [],
    sharing: { members, inputs: 'own', repetitions, loss: 'sum' },
    tensors: ({ channels, classes }) =>
      base.tensors({ channels: members * channels, classes: members * classes }),
    forward: withoutLayers((pass, images) => computeLogits(base, pass, images)),
  };
}
