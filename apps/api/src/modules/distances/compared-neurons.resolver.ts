import { byHash, formatNeuronRef, type HashName, type NeuronDistance, type NeuronRef } from '@kindred/core';
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
    @Root() { counted }: ModelDistanceType,
    @Args(() => OrderArgs) order: OrderArgs,
    @Args(() => PageArgs) page: PageArgs,
  ): Page<NeuronDistanceType> {
    return cutPage(inOrder(counted, order).map(toDistance), page, ({ ref }) => formatNeuronRef(ref));
  }

  @FieldResolver(() => [NeuronRefScalar], {
    complexity: refsComplexity,
    description:
      'The addresses of all these neurons in order, for whoever fetches what a screen shows of them.',
  })
  refs(@Root() { counted }: ModelDistanceType, @Args(() => OrderArgs) order: OrderArgs): NeuronRef[] {
    return inOrder(counted, order);
  }
}

function inOrder(neurons: readonly NeuronDistance[], { orderBy, hash }: OrderArgs): NeuronDistance[] {
  if (orderBy === 'neuron') return [...neurons];
  const place = ({ hashes }: NeuronDistance) => hashes[hash][orderBy] ?? Number.NEGATIVE_INFINITY;
  return neurons.toSorted((a, b) => (place(a) === place(b) ? 0 : place(b) - place(a)));
}

function toDistance({ layer, channel, hashes }: NeuronDistance): NeuronDistanceType {
  const bits = byHash((hash) => hashes[hash].bits);
  return toNeuronDistance({ layer, channel }, bits, async (hash) => hashes[hash]);
}
