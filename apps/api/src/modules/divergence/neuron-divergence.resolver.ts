import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { NeuronDistanceType } from '../distances/distance.type.ts';
import { distanceBetween } from '../distances/distance-between.ts';
import type { Neuron } from '../neurons/neuron.ts';
import { NeuronType } from '../neurons/neuron.type.ts';
import { NeuronDivergencePointType } from './divergence.type.ts';
import { loadWay } from './load-way.ts';

@Resolver(() => NeuronType)
export class NeuronDivergenceResolver {
  @FieldResolver(() => [NeuronDivergencePointType], {
    description:
      'The same neuron at each checkpoint of its model, and at the end. Empty where no checkpoints were kept.',
  })
  async divergence(
    @Root() { model, layer, channel }: Neuron,
    @Arg('preset', () => String, { nullable: true, description: 'Name of a preset; any without.' })
    preset: string | null,
    @Arg('seed', () => Int, { nullable: true, description: 'The pictures’ seed; any without.' })
    seed: number | null,
    @Ctx() context: Context,
  ): Promise<NeuronDivergencePointType[]> {
    const way = await loadWay(model, context);
    return way.map(({ epoch, model }) => ({
      epoch,
      neuron: { model, layer, channel },
      recipe: { preset, seed },
    }));
  }
}

@Resolver(() => NeuronDivergencePointType)
export class NeuronDivergencePointResolver {
  @FieldResolver(() => NeuronDistanceType, {
    nullable: true,
    description: 'To the parent’s picture; null while either is missing, or where the neuron stayed silent.',
  })
  toParent(
    @Root() { neuron, recipe }: NeuronDivergencePointType,
    @Ctx() context: Context,
  ): Promise<NeuronDistanceType | null> {
    return distanceTo(neuron.model.parentId, neuron, recipe, context);
  }

  @FieldResolver(() => NeuronDistanceType, {
    nullable: true,
    description:
      'To the sibling’s picture at the same point; null without one, while either is missing, or where the neuron stayed silent.',
  })
  toSibling(
    @Root() { neuron, recipe }: NeuronDivergencePointType,
    @Ctx() context: Context,
  ): Promise<NeuronDistanceType | null> {
    return distanceTo(neuron.model.siblingId, neuron, recipe, context);
  }
}

async function distanceTo(
  id: string | null,
  neuron: Neuron,
  recipe: NeuronDivergencePointType['recipe'],
  context: Context,
): Promise<NeuronDistanceType | null> {
  const other = id && (await context.loaders.model.load(id));
  return other ? distanceBetween(neuron, other, recipe, context) : null;
}
