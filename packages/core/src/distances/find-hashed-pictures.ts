import type { Database } from '../database/database.ts';
import { formatNeuronRef, type NeuronRef } from '../neurons/neuron-ref.ts';
import { hashNames } from '../visualizations/hash-names.ts';

/** A finished picture with its hashes. */
export interface HashedPicture extends NeuronRef {
  /** `stage2.block0:17` */
  neuron: string;
  /** The layer's place, from the input on. */
  position: number;
  modelId: string;
  preset: string;
  seed: number;
  /** Definition of the hashes. */
  version: string;
  /** Two words of 32 bits for each hash, in the order of `hashNames`; a hash of 42 bits has zeros in front. */
  words: Uint32Array;
}

/** The pictures of one model by one recipe. */
interface Row extends Pick<HashedPicture, 'modelId' | 'preset' | 'seed' | 'version'> {
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
 * All pictures of some models by some presets, by every seed, in no order: those that are comparable. They come in a row a model and
 * seed, since a family may have a hundred thousand: rows of their own take ten times as long to read.
 */
export async function findHashedPictures(
  db: Database,
  wanted: readonly { modelId: string; preset: string }[],
): Promise<HashedPicture[]> {
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
  return rows.flatMap(unpack);
}

function unpack({ modelId, preset, seed, version, order, layers, packed }: Row): HashedPicture[] {
  // Copied, since a Buffer's bytes needn't begin at a multiple of 4.
  const words = new Uint32Array(new Uint8Array(packed.swap32()).buffer);
  const positions = new Map(order.map((layer, position) => [layer, position]));
  return layers.split('\n').map((layer, place) => {
    const start = place * (1 + hashWords);
    const channel = words[start]!;
    return {
      modelId,
      preset,
      seed,
      version,
      layer,
      channel,
      neuron: formatNeuronRef({ layer, channel }),
      position: positions.get(layer)!,
      words: words.subarray(start + 1, start + 1 + hashWords),
    };
  });
}
