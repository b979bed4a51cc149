import { LRUCache } from 'lru-cache';
import type { Database } from '../database/database.ts';
import type { ExperimentListener } from '../events/listen-to-experiments.ts';
import { onNextChange } from '../events/on-next-change.ts';
import type { Model } from '../models/model.entity.ts';
import { findHashedPictures, type Shown, type ShownPictures, shownKey } from './find-hashed-pictures.ts';

/** What some models show, in the order of the question. */
export type ReadHashes = (wanted: readonly Shown[]) => Promise<ShownPictures[]>;

/** Reads anew each time. */
export const readHashesFrom =
  (db: Database): ReadHashes =>
  (wanted) =>
    findHashedPictures(db, wanted);

/** About 50 MB. */
const mostPictures = 1_000_000;
/** So many of them does an entry weigh of itself: the experiment of an empty one is followed too. */
const anEntry = 100;

interface Kept {
  experimentId: string;
  pictures: ShownPictures;
}

/**
 * Keeps what was read last until its experiment changes: reading a family of a hundred thousand pictures takes the database a third of
 * a second, and pages of it ask again and again.
 */
export function keepHashes(db: Database, events: ExperimentListener): ReadHashes {
  const followed = new Map<string, Followed>();
  /** Those who ask for the same meanwhile wait for it too. */
  const reading = new Map<string, Promise<ShownPictures>>();
  const kept = new LRUCache<string, Kept>({
    maxSize: mostPictures,
    sizeCalculation: ({ pictures }) => anEntry + pictures.reduce((sum, { keys }) => sum + keys.length, 0),
    disposeAfter({ experimentId }, key, reason) {
      // Read twice at the same time, it is there still.
      if (reason === 'set') return;
      followed.get(experimentId)?.forget(key);
    },
  });

  function follow(experimentId: string): Followed {
    const known = followed.get(experimentId);
    if (known) return known;
    const keys = new Set<string>();
    const following: Followed = {
      keys,
      forget(key) {
        keys.delete(key);
        if (keys.size === 0) leave();
      },
    };
    const leave = () => {
      if (followed.get(experimentId) === following) followed.delete(experimentId);
      for (const key of keys) {
        reading.delete(key);
        kept.delete(key);
      }
      stop();
    };
    const stop = onNextChange(events, experimentId, leave);
    followed.set(experimentId, following);
    return following;
  }

  /** Follows before it reads: what changes meanwhile isn't kept. */
  async function read(wanted: readonly Shown[]): Promise<ShownPictures[]> {
    const models: Pick<Model, 'id' | 'experimentId'>[] = await db.query(
      'select id, experiment_id as "experimentId" from model where id = any($1::uuid[])',
      [wanted.map(({ modelId }) => modelId)],
    );
    const experimentOf = new Map(models.map(({ id, experimentId }) => [id, experimentId]));
    const asked = wanted.map((shown) => {
      const experimentId = experimentOf.get(shown.modelId);
      const following = experimentId && follow(experimentId);
      if (!following) return null;
      following.keys.add(shownKey(shown));
      return { experimentId, following, key: shownKey(shown) };
    });
    try {
      const found = await findHashedPictures(db, wanted);
      for (const [place, one] of asked.entries())
        if (one && followed.get(one.experimentId) === one.following)
          kept.set(one.key, { experimentId: one.experimentId, pictures: found[place]! });
      return found;
    } catch (error) {
      for (const one of asked) one?.following.forget(one.key);
      throw error;
    }
  }

  function startReading(wanted: readonly Shown[]): void {
    const answer = read(wanted);
    for (const [place, shown] of wanted.entries()) {
      const key = shownKey(shown);
      const pictures = answer.then((found) => found[place]!);
      const end = () => {
        if (reading.get(key) === pictures) reading.delete(key);
      };
      pictures.then(end, end);
      reading.set(key, pictures);
    }
  }

  return (wanted) => {
    const here = wanted.map((shown) => kept.get(shownKey(shown))?.pictures ?? reading.get(shownKey(shown)));
    const missing = new Map(
      wanted.flatMap((shown, place) => (here[place] ? [] : [[shownKey(shown), shown] as const])),
    );
    if (missing.size > 0) startReading([...missing.values()]);
    return Promise.all(wanted.map((shown, place) => here[place] ?? reading.get(shownKey(shown))!));
  };
}

/** Keys of what is kept of an experiment, or being read; it is followed as long as there are any. */
interface Followed {
  keys: Set<string>;
  forget(key: string): void;
}
