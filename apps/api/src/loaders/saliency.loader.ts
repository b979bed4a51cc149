import { SaliencyAgreement, SaliencyMap } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';

/** A map, and the model with whose maps alone its agreement is asked. */
interface AgreementsKey {
  mapId: string;
  with: string | null;
}

/** How a map agrees with each that was taken alike, with that one, in the order of the family. */
export function createSaliencyAgreementsLoader(db: DataSource) {
  return new DataLoader(
    async (asked: readonly AgreementsKey[]) => {
      const agreements = await findAgreements(db, asked);
      // Every two of a family's maps agree somehow: joined to agreements, each map would be read many times.
      const maps = await db.getRepository(SaliencyMap).find({
        where: { id: In([...new Set(agreements.flatMap(({ firstId, secondId }) => [firstId, secondId]))]) },
        relations: { model: true },
        order: { model: { position: 'ASC' } },
      });
      const pairs = new Map(
        agreements.map((agreement) => [pairOf(agreement.firstId, agreement.secondId), agreement]),
      );
      return asked.map(({ mapId, with: modelId }) =>
        maps.flatMap((other) => {
          const agreement = (!modelId || other.modelId === modelId) && pairs.get(pairOf(mapId, other.id));
          return agreement ? [{ ...agreement, other }] : [];
        }),
      );
    },
    { cacheKeyFn: ({ mapId, with: modelId }) => `${mapId} ${modelId}` },
  );
}

function findAgreements(db: DataSource, asked: readonly AgreementsKey[]): Promise<SaliencyAgreement[]> {
  const models = asked.map(({ with: modelId }) => modelId);
  const query = db
    .createQueryBuilder(SaliencyAgreement, 'agreement')
    .where('(agreement.firstId = any(:ids) or agreement.secondId = any(:ids))', {
      ids: asked.map(({ mapId }) => mapId),
    });
  if (!models.includes(null))
    query.andWhere(
      `exists (select from saliency_map other where other.id in (agreement.firstId, agreement.secondId) and other.model_id = any(:models))`,
      { models },
    );
  return query.getMany();
}

const pairOf = (one: string, other: string): string => [one, other].sort().join(' ');
