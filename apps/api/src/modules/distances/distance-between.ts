import { DomainError, type Model } from '@kindred/core';
import type { Context } from '../../context.ts';
import type { Neuron } from '../neurons/neuron.ts';
import type { NeuronDistanceType } from './distance.type.ts';
import { toNeuronDistance } from './to-neuron-distance.ts';

/** Between a neuron's newest picture and the picture of the same recipe in another model; null while one is missing. */
export async function distanceBetween(
  { model, layer, channel }: Neuron,
  other: Model,
  preset: string | null,
  { loaders }: Context,
): Promise<NeuronDistanceType | null> {
  if (other.architecture !== model.architecture) {
    throw new DomainError(
      'BAD_INPUT',
      `${model.name} is a ${model.architecture} and ${other.name} a ${other.architecture}: only models of one architecture share neurons.`,
    );
  }
  const neuron = { layer: layer.name, channel };
  const from = await loaders.visualization.load({ modelId: model.id, ...neuron, preset });
  if (!from) return null;
  const to = await loaders.visualization.load({
    modelId: other.id,
    ...neuron,
    preset: from.preset,
    seed: from.seed,
  });
  const bits = to && (await loaders.distance.load({ from: from.id, to: to.id }));
  return bits && toNeuronDistance(bits);
}
