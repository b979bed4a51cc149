import { checkNeuronIn, DomainError, type Layer, type Model, type NeuronRef } from '@kindred/core';
import type { Context } from '../../context.ts';
import type { Neuron } from './neuron.ts';

/** Throws BAD_INPUT, naming what there is, unless the model has this neuron. */
export async function loadNeuron(model: Model, ref: NeuronRef, context: Context): Promise<Neuron> {
  const layers = await loadLayers(model, context);
  checkNeuronIn(layers, model.architecture, ref);
  return { model, layer: layers.find(({ name }) => name === ref.layer)!, channel: ref.channel };
}

/** Null unless the model has this neuron. */
export async function findNeuron(
  model: Model,
  { layer: name, channel }: NeuronRef,
  context: Context,
): Promise<Neuron | null> {
  const layer = (await loadLayers(model, context)).find((candidate) => candidate.name === name);
  return layer && channel < layer.channels ? { model, layer, channel } : null;
}

/** Throws BAD_INPUT, naming what there is, unless the model has this layer. */
export async function loadLayer(
  model: Pick<Model, 'architecture'>,
  name: string,
  context: Context,
): Promise<Layer> {
  const layers = await loadLayers(model, context);
  const layer = layers.find((candidate) => candidate.name === name);
  if (layer) return layer;
  const known = layers.map((candidate) => candidate.name).join(', ');
  throw new DomainError(
    'BAD_INPUT',
    `Unknown layer "${name.slice(0, 80)}": the layers of ${model.architecture} are ${known}.`,
  );
}

/** From the input on. */
export async function loadLayers(
  { architecture }: Pick<Model, 'architecture'>,
  { loaders }: Context,
): Promise<Layer[]> {
  return (await loaders.architecture.load(architecture))?.layers ?? [];
}
