import {
  checkNeuronIn,
  DomainError,
  formatNeuronRef,
  type Layer,
  type Model,
  type NeuronRef,
} from '@kindred/core';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { cutPage } from '../../connections/cut-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { NeuronRefScalar } from '../../scalars/neuron-ref.scalar.ts';
import { ModelType } from '../models/model.type.ts';
import { loadLayer, loadNeuron } from './load-neuron.ts';
import { addressOf, type Neuron } from './neuron.ts';
import { NeuronConnection, NeuronType } from './neuron.type.ts';
import { loadPagePictures } from './page-pictures.ts';

@Resolver(() => ModelType)
export class ModelNeuronsResolver {
  @FieldResolver(() => NeuronType, {
    description: 'The neuron of an address; BAD_INPUT if this model has none there.',
  })
  neuron(
    @Root() model: Model,
    @Arg('at', () => NeuronRefScalar, { description: 'Its address.' }) at: NeuronRef,
    @Ctx() context: Context,
  ): Promise<Neuron> {
    return loadNeuron(model, at, context);
  }

  @FieldResolver(() => NeuronConnection, {
    description: 'The neurons of a layer, by channel.',
    complexity: ({ args, childComplexity }) =>
      1 + (args.channels?.length ?? 0) + Math.max(0, args.first) * childComplexity,
  })
  async neurons(
    @Root() model: Model,
    @Arg('layer', () => String, { description: 'Name of a layer.' }) name: string,
    @Arg('channels', () => [Int], {
      nullable: true,
      description: 'Only these, still by channel; all without.',
    })
    chosen: number[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Neuron>> {
    const layer = await loadLayer(model, name, context);
    const neurons = channelsOf(model, layer, chosen).map((channel): Neuron => ({ model, layer, channel }));
    const page = cutPage(neurons, args, addressOf);
    const channels = page.nodes.map(({ channel }) => channel);
    const pictures = await loadPagePictures(model, layer, channels, context, info);
    for (const neuron of page.nodes) neuron.pictures = pictures;
    return page;
  }

  @FieldResolver(() => NeuronConnection, {
    description:
      'The neurons that Experiment.visualizedNeurons lists, as this model has them; some may lack a picture here.',
  })
  async visualizedNeurons(
    @Root() model: Model,
    @Arg('perLayer', () => Int, {
      nullable: true,
      description: 'Only the first so many of each layer, by channel, 1 at least; all without.',
    })
    perLayer: number | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Neuron>> {
    const refs = await context.loaders.visualizedNeurons.load(model.experimentId);
    const chosen = perLayer == null ? refs : firstOfEachLayer(refs, perLayer);
    const { nodes, ...rest } = cutPage(chosen, page, formatNeuronRef);
    return { ...rest, nodes: await Promise.all(nodes.map((ref) => loadNeuron(model, ref, context))) };
  }
}

/** @param refs a layer's stand together. Throws BAD_INPUT for less than one. */
function firstOfEachLayer(refs: readonly NeuronRef[], perLayer: number): NeuronRef[] {
  if (perLayer < 1)
    throw new DomainError('BAD_INPUT', `perLayer is ${perLayer}: ask for 1 neuron of each layer at least.`);
  return refs.filter(({ layer }, index) => refs[index - perLayer]?.layer !== layer);
}

/** Throws BAD_INPUT for a chosen one that the layer doesn't have. */
function channelsOf({ architecture }: Model, layer: Layer, chosen: number[] | null | undefined): number[] {
  const all = Array.from({ length: layer.channels }, (_, channel) => channel);
  if (!chosen) return all;
  const wanted = new Set(chosen);
  for (const channel of wanted) checkNeuronIn([layer], architecture, { layer: layer.name, channel });
  return all.filter((channel) => wanted.has(channel));
}
