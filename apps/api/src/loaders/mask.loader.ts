import { MaskedTensor, type MaskPair, maskOverlaps } from '@kindred/core';
import DataLoader from 'dataloader';
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

/** The overlaps of two masks' tensors. */
export function createMaskOverlapLoader(db: DataSource) {
  return new DataLoader((pairs: readonly MaskPair[]) => maskOverlaps(db, pairs), {
    cacheKeyFn: ({ model, other }) => `${model} ${other}`,
  });
}
