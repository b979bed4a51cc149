import { hashLengths, lazyByHash, type Model } from '@kindred/core';
import type { Context } from '../../context.ts';
import { requireSameArchitecture } from './distance-between.ts';
import type { ModelDistanceType } from './model-distance.type.ts';
import type { ModelRecipeArgs } from './model-recipe.args.ts';

/** Over all neurons that have a picture in both models; null where none has. */
export async function modelDistanceBetween(
  model: Model,
  other: Model,
  { preset, seed, layer }: ModelRecipeArgs,
  { loaders }: Context,
): Promise<ModelDistanceType | null> {
  requireSameArchitecture(model, other);
  const { config } = (await loaders.experiment.load(model.experimentId))!;
  const recipe = { preset: preset ?? config.visualize.preset, seed: seed ?? config.seed };
  const found = await loaders.modelDistance.load({ from: model.id, to: other.id, layer, ...recipe });
  if (!found) return null;
  const distances = lazyByHash((hash) => {
    const { mean, ...calibration } = found.hashes[hash];
    return { mean, of: hashLengths[hash], calibration };
  });
  return Object.assign(distances, recipe, { compared: found.neurons });
}
