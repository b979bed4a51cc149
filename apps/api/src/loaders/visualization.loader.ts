import {
  calibrateNeurons,
  findVisualizations,
  hammingDistances,
  type ModelPair,
  modelDistances,
  type NeuronPair,
  type VisualizationKey,
  type VisualizationPair,
  VisualizationStep,
} from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { groupedInOrder } from './in-order.ts';

/** The newest picture of a neuron by a recipe, with its hashes. */
export function createVisualizationLoader(db: DataSource) {
  return new DataLoader((keys: readonly VisualizationKey[]) => findVisualizations(db, keys), {
    cacheKeyFn: ({ modelId, layer, channel, preset, seed, objective }) =>
      [modelId, layer, channel, preset ?? '', seed ?? '', JSON.stringify(objective ?? '')].join(' '),
  });
}

/** What is kept of pictures on the way, in order. */
export function createVisualizationStepsLoader(db: DataSource) {
  return new DataLoader(async (visualizationIds: readonly string[]) => {
    const steps = await db
      .getRepository(VisualizationStep)
      .find({ where: { visualizationId: In(visualizationIds) }, order: { step: 'ASC' } });
    return groupedInOrder(visualizationIds, steps, ({ visualizationId }) => visualizationId);
  });
}

/** Hamming distances between the hashes of two pictures. */
export function createDistanceLoader(db: DataSource) {
  return new DataLoader((pairs: readonly VisualizationPair[]) => hammingDistances(db, pairs), {
    cacheKeyFn: ({ from, to }) => `${from} ${to}`,
  });
}

/** A neuron's distance in two models, with its floor and ceiling. */
export function createCalibratedNeuronLoader(db: DataSource) {
  return new DataLoader((neurons: readonly NeuronPair[]) => calibrateNeurons(db, neurons), {
    cacheKeyFn: ({ from, to, preset, seed, layer, channel }) =>
      [from, to, preset, seed, layer, channel].join(' '),
  });
}

/** How far apart two models are by a recipe. */
export function createModelDistanceLoader(db: DataSource) {
  return new DataLoader((pairs: readonly ModelPair[]) => modelDistances(db, pairs), {
    cacheKeyFn: ({ from, to, preset, seed, layer }) => [from, to, preset, seed, layer ?? ''].join(' '),
  });
}
