import { checkNeuronIn, formatNeuronRef, type Layer, type Model, type NeuronRef } from '@kindred/core';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { cutPage } from '../../connections/cut-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { NeuronRefScalar } from '../../scalars/neuron-ref.scalar.ts';
import { ModelType } from '../models/model.type.ts';
import { loadLayer, loadNeuron } from './load-neuron.ts';
import type { Neuron } from './neuron.ts';
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
    const { nodes, ...rest } = cutPage(channelsOf(model, layer, chosen), args, (channel) =>
      formatNeuronRef({ layer: layer.name, channel }),
    );
    const pictures = await loadPagePictures(model, layer, nodes, context, info);
    return { ...rest, nodes: nodes.map((channel) => ({ model, layer, channel, pictures })) };
  }

  @FieldResolver(() => NeuronConnection, {
    description:
      'The neurons that Experiment.visualizedNeurons lists, as this model has them; some may lack a picture here.',
  })
  async visualizedNeurons(
    @Root() model: Model,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Neuron>> {
    const refs = await context.loaders.visualizedNeurons.load(model.experimentId);
    return loadPage(model, refs, page, context);
  }

  @FieldResolver(() => NeuronConnection, {
    description:
      'The neurons of these addresses, in their order, each once; BAD_INPUT if this model lacks one.',
    complexity: ({ args, childComplexity }) =>
      1 + args.refs.length + Math.max(0, args.first) * childComplexity,
  })
  neuronsAt(
    @Root() model: Model,
    @Arg('refs', () => [NeuronRefScalar], { description: 'Their addresses.' }) refs: NeuronRef[],
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Neuron>> {
    const byAddress = new Map(refs.map((ref) => [formatNeuronRef(ref), ref]));
    return loadPage(model, [...byAddress.values()], page, context);
  }
}

async function loadPage(
  model: Model,
  refs: readonly NeuronRef[],
  page: PageArgs,
  context: Context,
): Promise<Page<Neuron>> {
  const { nodes, ...rest } = cutPage(refs, page, formatNeuronRef);
  return { ...rest, nodes: await Promise.all(nodes.map((ref) => loadNeuron(model, ref, context))) };
}

/** Throws BAD_INPUT for a chosen one that the layer doesn't have. */
function channelsOf({ architecture }: Model, layer: Layer, chosen: number[] | null | undefined): number[] {
  const all = Array.from({ length: layer.channels }, (_, channel) => channel);
  if (!chosen) return all;
  const wanted = new Set(chosen);
  for (const channel of wanted) checkNeuronIn([layer], architecture, { layer: layer.name, channel });
  return all.filter((channel) => wanted.has(channel));
}
