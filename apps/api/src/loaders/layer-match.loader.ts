import { findLayerMatches, findNeuronMatches, type LayerMatchKey, type NeuronMatchKey } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** A layer's correlations in two models, as the first sees them. */
export function createLayerMatchLoader(db: DataSource) {
  return new DataLoader((keys: readonly LayerMatchKey[]) => findLayerMatches(db, keys), {
    cacheKeyFn: ({ model, other, layer }) => `${model} ${other} ${layer}`,
  });
}

/** Where neurons are in other models. */
export function createNeuronMatchLoader(db: DataSource) {
  return new DataLoader((keys: readonly NeuronMatchKey[]) => findNeuronMatches(db, keys), {
    cacheKeyFn: ({ model, other, layer, channel }) => `${model} ${other} ${layer} ${channel}`,
  });
}
