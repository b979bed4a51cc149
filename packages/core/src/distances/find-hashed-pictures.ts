import type { Database } from '../database/database.ts';
import type { NeuronRef } from '../neurons/neuron-ref.ts';
import { hashNames } from '../visualizations/hash-names.ts';

/** A finished picture with its hashes. */
export interface HashedPicture extends NeuronRef {
  modelId: string;
  preset: string;
  seed: number;
  /** Definition of the hashes. */
  version: string;
  /** Two words of 32 bits for each hash, in the order of `hashNames`; a hash of 42 bits has zeros in front. */
  words: Uint32Array;
}

type Row = Omit<HashedPicture, 'words'> & Record<(typeof hashNames)[number], string>;

/** All pictures of some models by some presets, by every seed, from the input on: those that are comparable. */
export async function findHashedPictures(
  db: Database,
  wanted: readonly { modelId: string; preset: string }[],
): Promise<HashedPicture[]> {
  const rows: Row[] = await db.query(
    `select picture.model_id as "modelId", picture.layer, picture.channel, picture.preset, picture.seed,
       hashes.version, ${hashNames.map((hash) => `hashes.${hash}`).join(', ')}
     from visualization picture
     join visualization_hashes hashes on hashes.visualization_id = picture.id
     join model on model.id = picture.model_id
     join layer on (layer.architecture, layer.name) = (model.architecture, picture.layer)
     where (picture.model_id, picture.preset) in (select * from unnest($1::uuid[], $2::text[]))
       and hashes.comparable
     order by layer.position, picture.channel, picture.seed`,
    [wanted.map(({ modelId }) => modelId), wanted.map(({ preset }) => preset)],
  );
  return rows.map(({ modelId, layer, channel, preset, seed, version, ...hashes }) => {
    const words = Uint32Array.from(hashNames.flatMap((hash) => wordsOf(hashes[hash])));
    return { modelId, layer, channel, preset, seed, version, words };
  });
}

/** @param bits zeros and ones, 64 at most */
function wordsOf(bits: string): number[] {
  const filled = bits.padStart(64, '0');
  return [filled.slice(0, 32), filled.slice(32)].map((word) => Number.parseInt(word, 2));
}
