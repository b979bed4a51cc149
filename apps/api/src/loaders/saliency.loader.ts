import { SaliencyAgreement, SaliencyMap } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { groupedInOrder } from './in-order.ts';

/** The saliency maps of an experiment's models, in the order of the family, newest first. */
export function createSaliencyMapsLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const maps = await db.getRepository(SaliencyMap).find({
      where: { model: { experimentId: In(experimentIds) } },
      relations: { model: true },
      order: { model: { position: 'ASC' }, createdAt: 'DESC', imageIndex: 'ASC', id: 'ASC' },
    });
    return groupedInOrder(experimentIds, maps, ({ model }) => model.experimentId);
  });
}

/** How a map agrees with each that was taken alike, with that one, in the order of the family. */
export function createSaliencyAgreementsLoader(db: DataSource) {
  return new DataLoader(async (mapIds: readonly string[]) => {
    const agreements = await db.getRepository(SaliencyAgreement).find({
      where: [{ firstId: In(mapIds) }, { secondId: In(mapIds) }],
      relations: { first: { model: true }, second: { model: true } },
    });
    return mapIds.map((id) =>
      agreements
        .filter(({ firstId, secondId }) => firstId === id || secondId === id)
        .map((agreement) => ({
          ...agreement,
          other: agreement.firstId === id ? agreement.second : agreement.first,
        }))
        .sort((a, b) => a.other.model.position - b.other.model.position),
    );
  });
}
