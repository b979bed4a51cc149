import type { Model } from '@kindred/core';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ModelDistanceType } from '../distances/model-distance.type.ts';
import { modelDistanceBetween } from '../distances/model-distance-between.ts';
import { ModelType } from '../models/model.type.ts';
import { loadLayer } from '../neurons/load-neuron.ts';
import { DivergencePointType } from './divergence.type.ts';
import { loadWay } from './load-way.ts';

/** Two comparisons of models a point. */
const timelineComplexity = 200;

@Resolver(() => ModelType)
export class DivergenceResolver {
  @FieldResolver(() => [DivergencePointType], {
    complexity: timelineComplexity,
    description:
      'The way from the pruned parent to the tuned model: how far apart the pictures were at each checkpoint, and at the end. Empty where no checkpoints were kept.',
  })
  async divergence(
    @Root() model: Model,
    @Arg('preset', () => String, {
      nullable: true,
      description: 'Name of a preset; the experiment’s without.',
    })
    preset: string | null,
    @Arg('seed', () => Int, { nullable: true, description: 'The pictures’ seed; the experiment’s without.' })
    seed: number | null,
    @Arg('layer', () => String, { nullable: true, description: 'Name of a layer; all without.' })
    layer: string | null,
    @Ctx() context: Context,
  ): Promise<DivergencePointType[]> {
    if (layer) await loadLayer(model, layer, context);
    const recipe = { preset, seed, layer };
    return (await loadWay(model, context)).map((point) => ({ ...point, recipe }));
  }
}

@Resolver(() => DivergencePointType)
export class DivergencePointResolver {
  @FieldResolver(() => ModelDistanceType, {
    nullable: true,
    description: 'To the parent; null where no neuron has a picture in both.',
  })
  toParent(
    @Root() { model, recipe }: DivergencePointType,
    @Ctx() context: Context,
  ): Promise<ModelDistanceType | null> {
    return distanceTo(model.parentId, model, recipe, context);
  }

  @FieldResolver(() => ModelDistanceType, {
    nullable: true,
    description:
      'To what the sibling was at the same point; null without one, or where no neuron has a picture in both.',
  })
  toSibling(
    @Root() { model, recipe }: DivergencePointType,
    @Ctx() context: Context,
  ): Promise<ModelDistanceType | null> {
    return distanceTo(model.siblingId, model, recipe, context);
  }
}

async function distanceTo(
  id: string | null,
  model: Model,
  recipe: DivergencePointType['recipe'],
  context: Context,
): Promise<ModelDistanceType | null> {
  const other = id && (await context.loaders.model.load(id));
  return other ? modelDistanceBetween(model, other, recipe, context) : null;
}
