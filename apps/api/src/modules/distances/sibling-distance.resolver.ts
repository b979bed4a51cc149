import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import type { Neuron } from '../neurons/neuron.ts';
import { NeuronType } from '../neurons/neuron.type.ts';
import { NeuronDistanceType } from './distance.type.ts';
import { distanceBetween, distanceOf } from './distance-between.ts';

@Resolver(() => NeuronType)
export class SiblingDistanceResolver {
  @FieldResolver(() => NeuronDistanceType, {
    nullable: true,
    description:
      'As `distanceTo` its model’s sibling, so that a whole family can be asked at once. Null for a model without one too.',
  })
  distanceToSibling(
    @Root() neuron: Neuron,
    @Arg('preset', () => String, { nullable: true, description: 'Name of a preset; any without.' })
    preset: string | null,
    @Arg('seed', () => Int, { nullable: true, description: 'The pictures’ seed; any without.' })
    seed: number | null,
    @Ctx() context: Context,
  ): NeuronDistanceType | null | Promise<NeuronDistanceType | null> {
    const { siblingId } = neuron.model;
    if (!siblingId) return null;
    const { own, sibling } = neuron.pictures ?? {};
    if (own && sibling && preset == null && seed == null) {
      const [from, to] = [own.get(neuron.channel), sibling.get(neuron.channel)];
      if (!from) return null;
      if (to?.preset === from.preset && to.seed === from.seed) return distanceOf(neuron, from, to, context);
    }
    return distanceToModel(neuron, siblingId, { preset, seed }, context);
  }
}

async function distanceToModel(
  neuron: Neuron,
  id: string,
  recipe: { preset: string | null; seed: number | null },
  context: Context,
): Promise<NeuronDistanceType | null> {
  return distanceBetween(neuron, await loadModel(id, context), recipe, context);
}
