import {
  type LayerMatchView,
  type MatchKind,
  type Model,
  matchDefinition,
  matchLayer,
  type NeuronMatch,
} from '@kindred/core';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { ModelType } from '../models/model.type.ts';
import { loadLayer } from '../neurons/load-neuron.ts';
import type { Neuron } from '../neurons/neuron.ts';
import { NeuronType } from '../neurons/neuron.type.ts';
import { LayerMatchType, NeuronMatchType } from './match.type.ts';

/** A matrix of as many values as a layer has pairs of neurons. */
const matrixComplexity = 200;

@Resolver(() => NeuronType)
export class NeuronMatchResolver {
  @FieldResolver(() => NeuronMatchType, {
    nullable: true,
    description:
      'Where this neuron is in another model of the family, by correlation on test images; null until requestMatches has been asked for the layer.',
  })
  async match(
    @Root() { model, layer, channel }: Neuron,
    @Arg('in', () => ID, { description: 'The other model’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<NeuronMatchType | null> {
    const other = await loadModel(id, context);
    const match = await context.loaders.neuronMatch.load({
      model: model.id,
      other: other.id,
      layer: layer.name,
      channel,
    });
    return match && toNeuronMatch(match, { model: other, layer });
  }
}

@Resolver(() => ModelType)
export class LayerMatchResolver {
  @FieldResolver(() => LayerMatchType, {
    nullable: true,
    complexity: matrixComplexity,
    description:
      'How the neurons of a layer correlate with those of another model of the family; null until requestMatches has been asked for it.',
  })
  async layerMatch(
    @Root() model: Model,
    @Arg('model', () => ID, { description: 'The other model’s id.' }) id: string,
    @Arg('layer', () => String, { description: 'Name of a layer.' }) name: string,
    @Ctx() context: Context,
  ): Promise<LayerMatchType | null> {
    const other = await loadModel(id, context);
    const layer = await loadLayer(model, name, context);
    const view = await context.loaders.layerMatch.load({
      model: model.id,
      other: other.id,
      layer: layer.name,
    });
    return view && toLayerMatch(view, { model: other, layer });
  }
}

function toLayerMatch(view: LayerMatchView, there: Omit<Neuron, 'channel'>): LayerMatchType {
  const { channels, correlations } = view;
  const matches = matchLayer(view);
  const count = (wanted: MatchKind) => matches.filter(({ kind }) => kind === wanted).length;
  return {
    ...view,
    correlations: matches.map((_, channel) => [
      ...correlations.subarray(channel * channels, (channel + 1) * channels),
    ]),
    matches: matches.map((match) => toNeuronMatch({ ...match, images: view.images }, there)),
    same: count('same-index'),
    moved: count('moved'),
    new: count('new'),
    silent: count('silent'),
    definition: matchDefinition,
  };
}

/** @param there the other model's layer */
function toNeuronMatch({ channel, ...match }: NeuronMatch, there: Omit<Neuron, 'channel'>): NeuronMatchType {
  return { ...match, neuron: { ...there, channel }, definition: matchDefinition };
}
