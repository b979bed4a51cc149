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
    // Every two of a family's maps agree somehow: joined to agreements, each map would be read many times.
    const agreements = await db
      .getRepository(SaliencyAgreement)
      .findBy([{ firstId: In(mapIds) }, { secondId: In(mapIds) }]);
    const maps = await db.getRepository(SaliencyMap).find({
      where: { id: In([...new Set(agreements.flatMap(({ firstId, secondId }) => [firstId, secondId]))]) },
      relations: { model: true },
      order: { model: { position: 'ASC' } },
    });
    const pairs = new Map(
      agreements.map((agreement) => [pairOf(agreement.firstId, agreement.secondId), agreement]),
    );
    return mapIds.map((id) =>
      maps.flatMap((other) => {
        const agreement = pairs.get(pairOf(id, other.id));
        return agreement ? [{ ...agreement, other }] : [];
      }),
    );
  });
}

const pairOf = (one: string, other: string): string => [one, other].sort().join(' ');
