import type { DataSource } from 'typeorm';
import type { ExperimentListener } from '../events/listen-to-experiments.ts';
import { onNextChange } from '../events/on-next-change.ts';
import {
  findSimilar,
  type SimilarityQuestion,
  type SimilarVisualization,
  withPictures,
} from './find-similar.ts';
import { type HashShelf, nearestOn, picturesOn, readShelves } from './hash-shelf.ts';

/** As `findSimilar` answers. */
export type FindSimilar = (question: SimilarityQuestion) => Promise<SimilarVisualization[]>;

export interface ShelfLimits {
  /** With more pictures nothing is kept: that many take 230 MB. */
  mostPictures: number;
  /** With more experiments to be read, a question doesn't wait for them. */
  mostWaitedFor: number;
  /** An experiment of more pictures that changed isn't read again before it has rested so many milliseconds. */
  manyPictures: number;
  restMs: number;
}

const usualLimits: ShelfLimits = {
  mostPictures: 4_000_000,
  mostWaitedFor: 8,
  manyPictures: 10_000,
  restMs: 30_000,
};

/** Experiments that are read together while nobody waits. */
const portion = 20;

/**
 * Keeps the hashes of every experiment until it changes: going through a million of them here takes a twentieth of what it takes the
 * database. They are read from the first question on; until nearly all are here, the database answers.
 */
export function keepShelves(
  db: DataSource,
  events: ExperimentListener,
  { mostPictures, mostWaitedFor, manyPictures, restMs }: ShelfLimits = usualLimits,
): FindSimilar {
  /** By experiment. */
  const kept = new Map<string, HashShelf[]>();
  /** Until when, by experiment. */
  const resting = new Map<string, number>();
  /** Once and for all: what was read would be let go of again. */
  let tooMany = false;
  let readingAhead = false;

  /** Follows before it reads: what changes meanwhile isn't kept. */
  async function read(ids: readonly string[]): Promise<HashShelf[][]> {
    const changed = new Set<string>();
    const following = ids.map((id) =>
      onNextChange(events, id, () => {
        changed.add(id);
        rest(id, kept.get(id));
        kept.delete(id);
      }),
    );
    try {
      const found = await readShelves(db, ids);
      for (const [place, id] of ids.entries())
        if (changed.has(id)) rest(id, found[place]);
        else kept.set(id, found[place]!);
      if (picturesOn([...kept.values()].flat()) > mostPictures) tooMany = true;
      if (tooMany) kept.clear();
      return found;
    } catch (error) {
      for (const leave of following) leave();
      throw error;
    }
  }

  function rest(id: string, shelves: readonly HashShelf[] = []): void {
    if (picturesOn(shelves) > manyPictures) resting.set(id, Date.now() + restMs);
  }

  const rests = (id: string) => (resting.get(id) ?? 0) > Date.now();

  async function readAhead(ids: readonly string[]): Promise<void> {
    if (readingAhead) return;
    readingAhead = true;
    try {
      for (let first = 0; first < ids.length && !tooMany; first += portion)
        await read(ids.slice(first, first + portion));
    } finally {
      readingAhead = false;
    }
  }

  return async (question) => {
    if (tooMany || question.modelIds) return findSimilar(db, question);
    const ids = await experimentsOf(db, question.workspaceId);
    const missing = ids.filter((id) => !kept.has(id));
    if (missing.some(rests)) return findSimilar(db, question);
    if (missing.length > mostWaitedFor) {
      // Should it fail, the database tells why when it is asked.
      void readAhead(missing).catch(() => {});
      return findSimilar(db, question);
    }
    const here = ids.flatMap((id) => kept.get(id) ?? []);
    const others = missing.length > 0 ? await read(missing) : [];
    return withPictures(db, nearestOn([...here, ...others.flat()], question));
  };
}

async function experimentsOf(db: DataSource, workspaceId: string | null | undefined): Promise<string[]> {
  const experiments: { id: string }[] = await db.query(
    'select id from experiment where $1::uuid is null or workspace_id = $1',
    [workspaceId ?? null],
  );
  return experiments.map(({ id }) => id);
}
