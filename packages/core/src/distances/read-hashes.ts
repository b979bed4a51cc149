import { LRUCache } from 'lru-cache';
import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import type { ExperimentListener } from '../events/listen-to-experiments.ts';
import { Model } from '../models/model.entity.ts';
import { findHashedPictures, type HashedPictures, type Shown, shownKey } from './find-hashed-pictures.ts';

/** What some models show, in the order of the question. */
export type ReadHashes = (wanted: readonly Shown[]) => Promise<HashedPictures[]>;

/** Reads anew each time. */
export const readHashesFrom =
  (db: Database): ReadHashes =>
  (wanted) =>
    findHashedPictures(db, wanted);

/** About 40 MB. */
const mostPictures = 250_000;

/**
 * Keeps what was read last until its experiment changes: reading a family of a hundred thousand pictures takes the database a third of
 * a second, and pages of it ask again and again.
 */
export function keepHashes(db: Database, events: ExperimentListener): ReadHashes {
  const kept = new LRUCache<string, HashedPictures>({
    maxSize: mostPictures,
    sizeCalculation: (pictures) => 1 + [...pictures.values()].flat().length,
  });
  /** By experiment, the keys of what is kept of it. */
  const followed = new Map<string, Set<string>>();

  function follow(experimentId: string): Set<string> {
    const known = followed.get(experimentId);
    if (known) return known;
    const keys = new Set<string>();
    followed.set(experimentId, keys);
    const changes = events.subscribe(experimentId);
    void changes.next().then(() => {
      followed.delete(experimentId);
      for (const key of keys) kept.delete(key);
      return changes.return?.();
    });
    return keys;
  }

  /** Follows before it reads: what changes meanwhile isn't kept. */
  async function read(wanted: readonly Shown[]): Promise<HashedPictures[]> {
    const models = await db.getRepository(Model).find({
      select: { id: true, experimentId: true },
      where: { id: In(wanted.map(({ modelId }) => modelId)) },
    });
    const experimentOf = new Map(models.map(({ id, experimentId }) => [id, experimentId]));
    const following = new Map([...new Set(experimentOf.values())].map((id) => [id, follow(id)]));
    const found = await findHashedPictures(db, wanted);
    for (const [place, shown] of wanted.entries()) {
      const experimentId = experimentOf.get(shown.modelId);
      const keys = experimentId && following.get(experimentId);
      if (!keys || followed.get(experimentId) !== keys) continue;
      keys.add(shownKey(shown));
      kept.set(shownKey(shown), found[place]!);
    }
    return found;
  }

  return async (wanted) => {
    const here = wanted.map((shown) => kept.get(shownKey(shown)));
    const missing = wanted.filter((_, place) => !here[place]);
    const found = missing.length > 0 ? await read(missing) : [];
    return here.map((pictures) => pictures ?? found.shift()!);
  };
}
