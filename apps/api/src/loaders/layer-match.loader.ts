import { findLayerMatches, type LayerMatchKey } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** A layer's correlations in two models, as the first sees them. */
export function createLayerMatchLoader(db: DataSource) {
  return new DataLoader((keys: readonly LayerMatchKey[]) => findLayerMatches(db, keys), {
    cacheKeyFn: ({ model, other, layer }) => `${model} ${other} ${layer}`,
  });
}
