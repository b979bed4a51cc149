import type { Database } from '../database/database.ts';
import { type ByHash, byHash } from '../visualizations/hash-names.ts';
import { packedHashes, toWords } from '../visualizations/packed-hashes.ts';
import { keyOf, layerKeys, placeOf } from './neuron-keys.ts';

/** What a model shows by a preset. */
export interface Shown {
  modelId: string;
  preset: string;
  /** By every seed when left out: a few times as much to read. */
  seed?: number;
}

/** Comparable pictures of a model by one preset and seed, their hashes by one definition: a neuron's each, from the input on. */
export interface HashedPictures {
  seed: number;
  /** Definition of the hashes. */
  version: string;
  /** [pictures], ascending: `keyOf` each neuron (`neuron-keys.ts`). */
  keys: Float64Array;
  /** Names of the layers of the architecture, from the input on. */
  layers: readonly string[];
  /** [pictures, 2] of each hash: two words of 32 bits, the higher first; a hash of 42 bits has zeros in front. */
  words: ByHash<Uint32Array>;
}

/** All that a model shows by a preset: each seed and definition by itself. */
export type ShownPictures = readonly HashedPictures[];

interface Row extends Pick<HashedPictures, 'seed' | 'version' | 'layers'>, ByHash<Buffer> {
  /** Among those that were asked for. */
  place: number;
  /** In 64 bits each, the highest byte first; so are the hashes. */
  keys: Buffer;
}

/**
 * What some models show, in the order of the question. A model's pictures come in one row, since a family may have a hundred thousand:
 * rows of their own take ten times as long to read.
 */
export async function findHashedPictures(db: Database, wanted: readonly Shown[]): Promise<ShownPictures[]> {
  const byKey = new Map(wanted.map((shown) => [shownKey(shown), shown]));
  const asked = [...byKey.values()];
  const rows: Row[] = await db.query(
    // Model by model: all at once would be sorted on a disk.
    `select place::integer - 1 as place, shown.*,
       array(select name from layer where layer.architecture = model.architecture order by position) as layers
     from unnest($1::uuid[], $2::text[], $3::integer[]) with ordinality as wanted(model_id, preset, wanted_seed, place)
     join model on model.id = wanted.model_id
     cross join lateral (
       select seed, version, string_agg(int8send(position * ${layerKeys} + channel), '') as keys, ${packedHashes}
         from visualization_hashes hashes
         join layer on layer.architecture = model.architecture and layer.name = hashes.layer
        where hashes.model_id = wanted.model_id and hashes.preset = wanted.preset and comparable
          and seed between coalesce(wanted_seed, ${leastInteger}) and coalesce(wanted_seed, ${greatestInteger})
        group by seed, version
     ) as shown`,
    [
      asked.map(({ modelId }) => modelId),
      asked.map(({ preset }) => preset),
      asked.map(({ seed }) => seed ?? null),
    ],
  );
  const found = asked.map((): HashedPictures[] => []);
  for (const row of rows) found[row.place]!.push(unpack(row));
  const shown = new Map([...byKey.keys()].map((key, place) => [key, found[place]!]));
  return wanted.map((one) => shown.get(shownKey(one))!);
}

/** The index is asked for a range of seeds: for one of them, or all. */
const [leastInteger, greatestInteger] = [-(2 ** 31), 2 ** 31 - 1];

export const shownKey = ({ modelId, preset, seed }: Shown): string =>
  `${modelId} ${preset} ${seed ?? 'by every seed'}`;

function unpack({ seed, version, layers, keys, ...packed }: Row): HashedPictures {
  const halves = toWords(keys);
  const unordered = Float64Array.from({ length: halves.length / 2 }, (_, at) =>
    keyOf(halves[2 * at]!, halves[2 * at + 1]!),
  );
  const ordered = unordered.slice().sort();
  const places = Uint32Array.from(unordered, (key) => placeOf(ordered, key)!);
  return {
    seed,
    version,
    keys: ordered,
    layers,
    words: byHash((hash) => moved(toWords(packed[hash]), places)),
  };
}

/** @param words [pictures, 2] */
function moved(words: Uint32Array, places: Uint32Array): Uint32Array {
  const ordered = new Uint32Array(words.length);
  for (let at = 0; at < places.length; at++) {
    ordered[2 * places[at]!] = words[2 * at]!;
    ordered[2 * places[at]! + 1] = words[2 * at + 1]!;
  }
  return ordered;
}
