import type { Database } from '../database/database.ts';
import { unequalBits } from './count-bits.ts';
import type { Neighbour, SimilarityQuestion } from './find-similar.ts';
import { type ByHash, byHash } from './hash-names.ts';
import { packedHashes, toWords } from './packed-hashes.ts';
import { bitsOf } from './picture.ts';

/** Comparable pictures of an experiment by one recipe, their hashes by one definition. */
export interface HashShelf {
  preset: string;
  seed: number;
  /** Definition of the hashes. */
  version: string;
  /** [pictures, 4] words of 32 bits, the highest first: ids of Visualizations. */
  ids: Uint32Array;
  /** [pictures, 2] of each hash, the higher first. */
  words: ByHash<Uint32Array>;
}

interface Row extends Pick<HashShelf, 'preset' | 'seed' | 'version'>, ByHash<Buffer> {
  experimentId: string;
  ids: Buffer;
}

/** Of each experiment all that there are, in the order of the question. */
export async function readShelves(db: Database, experimentIds: readonly string[]): Promise<HashShelf[][]> {
  const rows: Row[] = await db.query(
    `select wanted.id as "experimentId", shelf.*
     from unnest($1::uuid[]) as wanted(id)
     cross join lateral (
       select preset, seed, version, string_agg(uuid_send(visualization_id), '') as ids, ${packedHashes}
         from model join visualization_hashes hashes on hashes.model_id = model.id
        where model.experiment_id = wanted.id and comparable
        group by preset, seed, version
     ) as shelf`,
    [experimentIds],
  );
  const shelves = new Map(experimentIds.map((id): [string, HashShelf[]] => [id, []]));
  for (const { experimentId, preset, seed, version, ids, ...packed } of rows)
    shelves.get(experimentId)!.push({
      preset,
      seed,
      version,
      ids: toWords(ids),
      words: byHash((hash) => toWords(packed[hash])),
    });
  return experimentIds.map((id) => shelves.get(id)!);
}

export const picturesOn = (shelves: readonly HashShelf[]): number =>
  shelves.reduce((sum, { ids }) => sum + ids.length / 4, 0);

/** A picture on a shelf. */
interface Place {
  ids: Uint32Array;
  place: number;
  bits: number;
}

/** What `findSimilar` finds, by going through all that stands there. */
export function nearestOn(
  shelves: readonly HashShelf[],
  { to, hash, first, maxBits, anyRecipe }: Omit<SimilarityQuestion, 'modelIds' | 'workspaceId'>,
): Neighbour[] {
  const own = wordsOf(bitsOf(to.hashes![hash]));
  const itself = idWords(to.id);
  const nearest: Place[] = [];
  let most = maxBits ?? 64;
  for (const { preset, seed, version, ids, words } of shelves) {
    if (version !== to.hashes!.version) continue;
    if (!anyRecipe && (preset !== to.preset || seed !== to.seed)) continue;
    const ofHash = words[hash];
    for (let place = 0; place < ids.length / 4; place++) {
      const bits = unequalBits(own, 0, ofHash, place);
      if (bits > most) continue;
      const found = { ids, place, bits };
      if (nearest.length === first && !comesBefore(found, nearest.at(-1)!)) continue;
      if (bits === 0 && sameId(found, itself)) continue;
      if (nearest.length === first) nearest.pop();
      const after = nearest.findLastIndex((one) => comesBefore(one, found));
      nearest.splice(after + 1, 0, found);
      if (nearest.length === first) most = nearest.at(-1)!.bits;
    }
  }
  return nearest.map(({ ids, place, bits }) => ({ id: idOf(ids, place), bits }));
}

/** Nearer, or as near with the lesser id. */
function comesBefore(one: Place, other: Place): boolean {
  if (one.bits !== other.bits) return one.bits < other.bits;
  for (let word = 0; word < 4; word++) {
    const [a, b] = [one.ids[4 * one.place + word]!, other.ids[4 * other.place + word]!];
    if (a !== b) return a < b;
  }
  return false;
}

const sameId = ({ ids, place }: Place, id: Uint32Array): boolean =>
  id.every((word, at) => word === ids[4 * place + at]);

/** Two words of 32 bits. */
function wordsOf(bits: string): Uint32Array {
  const padded = bits.padStart(64, '0');
  return Uint32Array.of(Number.parseInt(padded.slice(0, 32), 2), Number.parseInt(padded.slice(32), 2));
}

function idWords(id: string): Uint32Array {
  const digits = id.replaceAll('-', '');
  return Uint32Array.from({ length: 4 }, (_, word) =>
    Number.parseInt(digits.slice(8 * word, 8 * (word + 1)), 16),
  );
}

function idOf(ids: Uint32Array, place: number): string {
  const words = [...ids.subarray(4 * place, 4 * (place + 1))];
  const digits = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
