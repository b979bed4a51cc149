import type { Database } from '../database/database.ts';
import { formatNeuronRef, type NeuronRef } from '../neurons/neuron-ref.ts';
import { hashNames } from '../visualizations/hash-names.ts';

/** What a model shows by a preset. */
export interface Shown {
  modelId: string;
  preset: string;
}

/** A finished picture with its hashes. */
export interface HashedPicture extends NeuronRef {
  /** `stage2.block0:17` */
  neuron: string;
  /** The layer's place, from the input on. */
  position: number;
  modelId: string;
  seed: number;
  /** Definition of the hashes. */
  version: string;
  /** Among others', from `at` on: two words of 32 bits for each hash, in the order of `hashNames`; a hash of 42 bits has zeros in front. */
  words: Uint32Array;
  at: number;
}

/** The comparable pictures that a model has by a preset, by every seed: those of each neuron. */
export type HashedPictures = ReadonlyMap<string, readonly HashedPicture[]>;

/** The pictures of one model by one recipe. */
interface Row extends Shown, Pick<HashedPicture, 'seed' | 'version'> {
  /** Names of the architecture's layers, from the input on. */
  order: string[];
  /** Of each picture, a line each. */
  layers: string;
  /** Of each picture its channel, then its hashes: in words of 32 bits, the highest byte first. */
  packed: Buffer;
}

const hashWords = 2 * hashNames.length;
const packedHashes = hashNames.map((hash) => `int8send(${hash}::bigint)`).join(' || ');

/**
 * What some models show, in the order of the question. It comes in a row a model and seed, since a family may have a hundred thousand
 * pictures: rows of their own take ten times as long to read.
 */
export async function findHashedPictures(db: Database, wanted: readonly Shown[]): Promise<HashedPictures[]> {
  const rows: Row[] = await db.query(
    `select model_id as "modelId", preset, seed, version,
       array(
         select layer.name from layer join model using (architecture) where model.id = model_id order by layer.position
       ) as order,
       string_agg(layer, E'\\n') as layers, string_agg(int4send(channel) || ${packedHashes}, '') as packed
     from visualization_hashes
     where (model_id, preset) in (select * from unnest($1::uuid[], $2::text[])) and comparable
     group by model_id, preset, seed, version`,
    [wanted.map(({ modelId }) => modelId), wanted.map(({ preset }) => preset)],
  );
  const found = new Map<string, HashedPicture[]>();
  for (const row of rows) found.set(shownKey(row), [...(found.get(shownKey(row)) ?? []), ...unpack(row)]);
  const neurons = new Map([...found].map(([key, pictures]) => [key, byNeuron(pictures)]));
  return wanted.map((shown) => neurons.get(shownKey(shown)) ?? new Map());
}

export const shownKey = ({ modelId, preset }: Shown): string => `${modelId} ${preset}`;

function unpack({ modelId, seed, version, order, layers, packed }: Row): HashedPicture[] {
  // Copied, since a Buffer's bytes needn't begin at a multiple of 4.
  const words = new Uint32Array(new Uint8Array(packed.swap32()).buffer);
  const positions = new Map(order.map((layer, position) => [layer, position]));
  return layers.split('\n').map((layer, place) => {
    const at = place * (1 + hashWords) + 1;
    const channel = words[at - 1]!;
    const neuron = formatNeuronRef({ layer, channel });
    return { modelId, seed, version, layer, channel, neuron, position: positions.get(layer)!, words, at };
  });
}

function byNeuron(pictures: readonly HashedPicture[]): HashedPictures {
  const neurons = new Map<string, HashedPicture[]>();
  for (const picture of pictures) {
    const known = neurons.get(picture.neuron);
    if (known) known.push(picture);
    else neurons.set(picture.neuron, [picture]);
  }
  return neurons;
}
