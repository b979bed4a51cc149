import {
  findVisualizations,
  hammingDistances,
  type VisualizationKey,
  type VisualizationPair,
} from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** The newest picture of a neuron by a recipe, with its hashes. */
export function createVisualizationLoader(db: DataSource) {
  return new DataLoader((keys: readonly VisualizationKey[]) => findVisualizations(db, keys), {
    cacheKeyFn: ({ modelId, layer, channel, preset, seed }) =>
      [modelId, layer, channel, preset ?? '', seed ?? ''].join(' '),
  });
}

/** Hamming distances between the hashes of two pictures. */
export function createDistanceLoader(db: DataSource) {
  return new DataLoader((pairs: readonly VisualizationPair[]) => hammingDistances(db, pairs), {
    cacheKeyFn: ({ from, to }) => `${from} ${to}`,
  });
}
