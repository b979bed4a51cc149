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
/** So many of them does an entry weigh of itself: the experiment of an empty one is followed too. */
const anEntry = 100;
/** Should a lost connection go unnoticed. */
const longestMs = 60_000;

interface Kept {
  experimentId: string;
  pictures: HashedPictures;
}

/**
 * Keeps what was read last until its experiment changes: reading a family of a hundred thousand pictures takes the database a third of
 * a second, and pages of it ask again and again.
 */
export function keepHashes(db: Database, events: ExperimentListener): ReadHashes {
  const followed = new Map<string, Followed>();
  const kept = new LRUCache<string, Kept>({
    maxSize: mostPictures,
    sizeCalculation: ({ pictures }) => anEntry + [...pictures.values()].flat().length,
    ttl: longestMs,
    disposeAfter({ experimentId }, key, reason) {
      // Read twice at the same time, it is there still.
      if (reason === 'set') return;
      const following = followed.get(experimentId);
      following?.keys.delete(key);
      following?.leaveUnused();
    },
  });

  function follow(experimentId: string): Followed {
    const known = followed.get(experimentId);
    if (known) return known;
    const changes = events.subscribe(experimentId);
    const keys = new Set<string>();
    const following: Followed = { keys, leaveUnused: () => keys.size === 0 && leave() };
    const leave = () => {
      if (followed.get(experimentId) === following) followed.delete(experimentId);
      for (const key of keys) kept.delete(key);
      void changes.return?.();
    };
    followed.set(experimentId, following);
    void changes.next().then(leave);
    return following;
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
      const pictures = found[place]!;
      const experimentId = experimentOf.get(shown.modelId);
      if (!experimentId) continue;
      if (followed.get(experimentId) !== following.get(experimentId)) continue;
      following.get(experimentId)!.keys.add(shownKey(shown));
      kept.set(shownKey(shown), { experimentId, pictures });
    }
    for (const one of following.values()) one.leaveUnused();
    return found;
  }

  return async (wanted) => {
    const here = wanted.map((shown) => kept.get(shownKey(shown))?.pictures);
    const missing = wanted.filter((_, place) => !here[place]);
    const found = missing.length > 0 ? await read(missing) : [];
    return here.map((pictures) => pictures ?? found.shift()!);
  };
}

/** Keys of what is kept of an experiment; it is followed as long as there are any. */
interface Followed {
  keys: Set<string>;
  leaveUnused(): void;
}
