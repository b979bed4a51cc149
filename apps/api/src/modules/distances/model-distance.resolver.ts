import type { Model } from '@kindred/core';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { ModelType } from '../models/model.type.ts';
import { loadLayer } from '../neurons/load-neuron.ts';
import { ModelDistanceType } from './model-distance.type.ts';
import { modelDistanceBetween } from './model-distance-between.ts';

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
  ): Promise<ModelDistanceType | null> {
    const other = await loadModel(id, context);
    if (layer) await loadLayer(model, layer, context);
    return modelDistanceBetween(model, other, { preset, seed, layer }, context);
  }
}
