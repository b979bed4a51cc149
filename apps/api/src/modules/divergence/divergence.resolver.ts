import type { Model } from '@kindred/core';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ModelDistanceType } from '../distances/model-distance.type.ts';
import { modelDistanceBetween } from '../distances/model-distance-between.ts';
import { ModelRecipeArgs } from '../distances/model-recipe.args.ts';
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
    @Args(() => ModelRecipeArgs) recipe: ModelRecipeArgs,
    @Ctx() context: Context,
  ): Promise<DivergencePointType[]> {
    if (recipe.layer) await loadLayer(model, recipe.layer, context);
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
