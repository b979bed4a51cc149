import { byHash, type ComparedNeuron, formatNeuronRef, type HashName, type NeuronRef } from '@kindred/core';
import { Args, ArgsType, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { cutPage } from '../../connections/cut-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import { NeuronRefScalar } from '../../scalars/neuron-ref.scalar.ts';
import { NeuronDistanceConnection, type NeuronDistanceType } from './distance.type.ts';
import { HashNameEnum } from './hash-name.ts';
import { type DistanceOrder, DistanceOrderEnum, ModelDistanceType } from './model-distance.type.ts';
import { toNeuronDistance } from './to-neuron-distance.ts';

@ArgsType()
class OrderArgs {
  @Field(() => DistanceOrderEnum, {
    defaultValue: DistanceOrderEnum.NEURON,
    description: 'What comes first; neurons without such a value come last.',
  })
  orderBy!: DistanceOrder;

  @Field(() => HashNameEnum, {
    defaultValue: HashNameEnum.AVERAGE,
    description: 'The hash whose distances are ordered.',
  })
  hash!: HashName;
}

/** About as many as an architecture has. */
const refsComplexity = 2000;

@Resolver(() => ModelDistanceType)
export class ComparedNeuronsResolver {
  @FieldResolver(() => NeuronDistanceConnection, { description: 'Neuron by neuron.' })
  neurons(
    @Root() { compared }: ModelDistanceType,
    @Args(() => OrderArgs) order: OrderArgs,
    @Args(() => PageArgs) page: PageArgs,
  ): Page<NeuronDistanceType> {
    const found = cutPage(inOrder(compared, order), page, formatNeuronRef);
    return { ...found, nodes: found.nodes.map(toDistance) };
  }

  @FieldResolver(() => [NeuronRefScalar], {
    complexity: refsComplexity,
    description:
      'The addresses of all these neurons in order, for whoever fetches what a screen shows of them.',
  })
  refs(@Root() { compared }: ModelDistanceType, @Args(() => OrderArgs) order: OrderArgs): NeuronRef[] {
    return inOrder(compared, order);
  }
}

function inOrder(neurons: readonly ComparedNeuron[], { orderBy, hash }: OrderArgs): ComparedNeuron[] {
  if (orderBy === 'neuron') return [...neurons];
  const placeOf = (neuron: ComparedNeuron) =>
    orderBy === 'bits' ? neuron.bits(hash) : neuron.calibrate(hash)[orderBy];
  const places = new Map(neurons.map((neuron) => [neuron, placeOf(neuron) ?? Number.NEGATIVE_INFINITY]));
  return neurons.toSorted((a, b) => {
    const [first, second] = [places.get(a)!, places.get(b)!];
    return first === second ? 0 : second - first;
  });
}

function toDistance(neuron: ComparedNeuron): NeuronDistanceType {
  const { layer, channel } = neuron;
  const bits = byHash((hash) => neuron.bits(hash));
  return toNeuronDistance({ layer, channel }, bits, async (hash) => neuron.calibrate(hash));
}
