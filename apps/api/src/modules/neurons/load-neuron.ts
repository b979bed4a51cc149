import { DomainError, formatNeuronRef, type Layer, type Model, type NeuronRef } from '@kindred/core';
import type { Context } from '../../context.ts';
import type { Neuron } from './neuron.ts';

/** Throws BAD_INPUT, naming what there is, unless the model has this neuron. */
export async function loadNeuron(
  model: Model,
  { layer: name, channel }: NeuronRef,
  context: Context,
): Promise<Neuron> {
  const layer = await loadLayer(model, name, context);
  if (channel < layer.channels) return { model, layer, channel };
  const neuron = formatNeuronRef({ layer: name, channel });
  throw new DomainError(
    'BAD_INPUT',
    `Unknown neuron "${neuron}": ${name} has ${layer.channels} channels (0–${layer.channels - 1}).`,
  );
}

/** Throws BAD_INPUT, naming what there is, unless the model has this layer. */
export async function loadLayer(
  { architecture: name }: Model,
  layerName: string,
  { loaders }: Context,
): Promise<Layer> {
  const layers = (await loaders.architecture.load(name))?.layers ?? [];
  const layer = layers.find((candidate) => candidate.name === layerName);
  if (layer) return layer;
  const known = layers.map((candidate) => candidate.name).join(', ');
  throw new DomainError('BAD_INPUT', `Unknown layer "${layerName.slice(0, 80)}": ${name} has ${known}.`);
}
