import { MaskedTensor, type MaskPair, maskOverlaps } from '@kindred/core';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { type DataSource, In } from 'typeorm';
import { groupedInOrder } from './in-order.ts';

/** What a model's mask leaves of each tensor, from the input on; without the bits. */
export function createMaskedTensorsLoader(db: DataSource) {
  return new DataLoader(async (modelIds: readonly string[]) => {
    const tensors = await db
      .getRepository(MaskedTensor)
      .find({ where: { modelId: In(modelIds) }, order: { position: 'ASC' } });
    return groupedInOrder(modelIds, tensors, ({ modelId }) => modelId);
  });
}

/** Of two masks an entry; of a large network about 10 kB. */
const mostOverlaps = 1000;

/** The overlaps of two masks' tensors. It serves all requests: a mask that is drawn stays, and its bits are megabytes to read. */
export function createMaskOverlapLoader(db: DataSource) {
  const loader = new DataLoader(
    async (pairs: readonly MaskPair[]) => {
      const overlaps = await maskOverlaps(db, pairs);
      // It may be drawn soon.
      for (const [place, pair] of pairs.entries()) if (overlaps[place]!.length === 0) loader.clear(pair);
      return overlaps;
    },
    {
      cacheKeyFn: ({ model, other }: MaskPair) => `${model} ${other}`,
      cacheMap: new LRUCache({ max: mostOverlaps }),
    },
  );
  return loader;
}
