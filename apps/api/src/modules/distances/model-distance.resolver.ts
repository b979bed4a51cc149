import type { Model } from '@kindred/core';
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { ModelType } from '../models/model.type.ts';
import { loadLayer } from '../neurons/load-neuron.ts';
import { ModelDistanceType } from './model-distance.type.ts';
import { modelDistanceBetween } from './model-distance-between.ts';
import { ModelRecipeArgs } from './model-recipe.args.ts';

/** Every neuron is compared with every other: it counts as so many values. */
const comparisonComplexity = 100;

@Resolver(() => ModelType)
export class ModelDistanceResolver {
  @FieldResolver(() => ModelDistanceType, {
    nullable: true,
    complexity: comparisonComplexity,
    description:
      'To another model, over all neurons that have a picture in both; null where none has. Silent neurons are left out.',
  })
  async distanceTo(
    @Root() model: Model,
    @Arg('model', () => ID, { description: 'The other model’s id.' }) id: string,
    @Args(() => ModelRecipeArgs) recipe: ModelRecipeArgs,
    @Ctx() context: Context,
  ): Promise<ModelDistanceType | null> {
    const other = await loadModel(id, context);
    if (recipe.layer) await loadLayer(model, recipe.layer, context);
    return modelDistanceBetween(model, other, recipe, context);
  }
}
