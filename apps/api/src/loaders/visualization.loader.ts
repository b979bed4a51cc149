import {
  calibrateNeurons,
  findNewest,
  findPictureOrigins,
  findRows,
  findVisualizations,
  type LayerPair,
  type LayerQuestion,
  type MeasureModels,
  type NeuronPair,
  type ReadHashes,
  type VisualizationKey,
  VisualizationStep,
} from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { groupedInOrder, inOrder } from './in-order.ts';

/**
 * The newest picture of a neuron by a recipe, with its hashes. The newest of any recipe is also the one of its own, which
 * distances ask for next.
 */
export function createVisualizationLoader(db: DataSource) {
  const loader = new DataLoader(
    async (keys: readonly VisualizationKey[]) => {
      const found = await findVisualizations(db, keys);
      for (const [index, picture] of found.entries()) {
        if (!picture) continue;
        const { preset, seed } = picture;
        loader.prime({ ...keys[index]!, preset, seed }, picture);
      }
      return found;
    },
    {
      cacheKeyFn: ({ modelId, layer, channel, preset, seed, objective }: VisualizationKey) =>
        `${modelId} ${layer} ${channel} ${preset ?? ''} ${seed ?? ''} ${objective ? JSON.stringify(objective) : ''}`,
    },
  );
  return loader;
}

/** The newest plain pictures of some neurons of a layer, by channel. */
export function createLayerPicturesLoader(db: DataSource) {
  return new DataLoader((questions: readonly LayerQuestion[]) => findNewest(db, questions), {
    cacheKeyFn: ({ modelId, layer, channels }) => `${modelId} ${layer} ${channels.join()}`,
  });
}

/** What computed a picture, and from what. */
export function createPictureOriginLoader(db: DataSource) {
  return new DataLoader(async (ids: readonly string[]) =>
    inOrder(ids, await findPictureOrigins(db, ids), ({ id }) => id),
  );
}

/** What is kept of pictures on the way, in order. */
export function createVisualizationStepsLoader(db: DataSource) {
  return new DataLoader(async (visualizationIds: readonly string[]) => {
    const rest = 'where visualization_id = any($1::uuid[]) order by step';
    const steps = await findRows(db, VisualizationStep, rest, [visualizationIds]);
    return groupedInOrder(visualizationIds, steps, ({ visualizationId }) => visualizationId);
  });
}

/** A neuron's distance in two models, with its floor and ceiling. */
export function createCalibratedNeuronLoader(readHashes: ReadHashes) {
  return new DataLoader((neurons: readonly NeuronPair[]) => calibrateNeurons(readHashes, neurons), {
    cacheKeyFn: ({ from, to, preset, seed, layer, channel }) =>
      [from, to, preset, seed, layer, channel].join(' '),
  });
}

/** How far apart two models are by a recipe. */
export function createModelDistanceLoader(measureModels: MeasureModels) {
  return new DataLoader((pairs: readonly LayerPair[]) => measureModels(pairs), {
    cacheKeyFn: ({ from, to, preset, seed, layer }) => [from, to, preset, seed, layer ?? ''].join(' '),
  });
}
