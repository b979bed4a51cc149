import { OwnImage } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { groupedInOrder } from './in-order.ts';

/** An experiment's own images, in the order in which they came. */
export function createOwnImagesLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const images = await db.getRepository(OwnImage).find({
      where: { experimentId: In(experimentIds) },
      order: { imageIndex: 'ASC' },
    });
    return groupedInOrder(experimentIds, images, ({ experimentId }) => experimentId);
  });
}
