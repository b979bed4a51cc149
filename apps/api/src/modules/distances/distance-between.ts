import { DomainError, hammingDistance, type Model, type Picture } from '@kindred/core';
import type { Context } from '../../context.ts';
import type { Neuron } from '../neurons/neuron.ts';
import type { NeuronDistanceType } from './distance.type.ts';
import { toNeuronDistance } from './to-neuron-distance.ts';

/**
 * Between a neuron's picture and the picture of the same recipe in another model; null while one is missing.
 * @param recipe of the newest picture where it leaves something open
 */
export async function distanceBetween(
  { model, layer, channel }: Neuron,
  other: Model,
  recipe: { preset: string | null; seed: number | null },
  { loaders }: Context,
): Promise<NeuronDistanceType | null> {
  requireSameArchitecture(model, other);
  const neuron = { layer: layer.name, channel };
  const from = await loaders.visualization.load({ modelId: model.id, ...neuron, ...recipe });
  if (!from) return null;
  const { preset, seed } = from;
  const to = await loaders.visualization.load({ modelId: other.id, ...neuron, preset, seed });
  return to && distanceOf({ model, layer, channel }, from, to, { loaders });
}

/** Between two pictures of a neuron by one recipe, the second in another model; null where they don't compare. */
export function distanceOf(
  { model, layer, channel }: Neuron,
  from: Picture,
  to: Picture,
  { loaders }: Pick<Context, 'loaders'>,
): NeuronDistanceType | null {
  const bits = hammingDistance(from, to);
  if (!bits) return null;
  const { preset, seed } = from;
  return toNeuronDistance({ layer: layer.name, channel }, bits, async (hash) => {
    const pair = { from: model.id, to: to.modelId, preset, seed, layer: layer.name, channel };
    return (await loaders.calibratedNeuron.load(pair))!.calibrate(hash);
  });
}

/** Throws BAD_INPUT for models that have no neurons in common. */
export function requireSameArchitecture(model: Model, other: Model): void {
  if (other.architecture === model.architecture) return;
  throw new DomainError(
    'BAD_INPUT',
    `${model.name} is a ${model.architecture} and ${other.name} a ${other.architecture}: only models of one architecture share neurons.`,
  );
}
