import { byHash, formatNeuronRef, type HashName, type NeuronDistance } from '@kindred/core';
import { Arg, Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { cutPage } from '../../connections/cut-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import { NeuronDistanceConnection, type NeuronDistanceType } from './distance.type.ts';
import { HashNameEnum } from './hash-name.ts';
import { type DistanceOrder, DistanceOrderEnum, ModelDistanceType } from './model-distance.type.ts';
import { toNeuronDistance } from './to-neuron-distance.ts';

@Resolver(() => ModelDistanceType)
export class ComparedNeuronsResolver {
  @FieldResolver(() => NeuronDistanceConnection, { description: 'Neuron by neuron.' })
  neurons(
    @Root() { counted }: ModelDistanceType,
    @Arg('orderBy', () => DistanceOrderEnum, {
      defaultValue: DistanceOrderEnum.NEURON,
      description: 'What comes first; neurons without such a value come last.',
    })
    order: DistanceOrder,
    @Arg('hash', () => HashNameEnum, {
      defaultValue: HashNameEnum.AVERAGE,
      description: 'The hash whose distances are ordered.',
    })
    hash: HashName,
    @Args(() => PageArgs) page: PageArgs,
  ): Page<NeuronDistanceType> {
    const ordered = order === 'neuron' ? counted : farthestFirst(counted, hash, order);
    return cutPage(ordered.map(toDistance), page, ({ ref }) => formatNeuronRef(ref));
  }
}

function farthestFirst(
  neurons: readonly NeuronDistance[],
  hash: HashName,
  order: Exclude<DistanceOrder, 'neuron'>,
): NeuronDistance[] {
  const place = ({ hashes }: NeuronDistance) => hashes[hash][order] ?? Number.NEGATIVE_INFINITY;
  return neurons.toSorted((a, b) => (place(a) === place(b) ? 0 : place(b) - place(a)));
}

function toDistance({ layer, channel, hashes }: NeuronDistance): NeuronDistanceType {
  const bits = byHash((hash) => hashes[hash].bits);
  return toNeuronDistance({ layer, channel }, bits, async (hash) => hashes[hash]);
}
