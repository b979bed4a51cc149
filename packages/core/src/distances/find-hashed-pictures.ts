import type { Database } from '../database/database.ts';
import { formatNeuronRef, type NeuronRef } from '../neurons/neuron-ref.ts';
import { hashNames } from '../visualizations/hash-names.ts';

/** What a model shows by a preset. */
export interface Shown {
  modelId: string;
  preset: string;
  /** By every seed when left out: a few times as much to read. */
  seed?: number;
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

/** The comparable pictures that a model shows: those of each neuron. */
export type HashedPictures = ReadonlyMap<string, readonly HashedPicture[]>;

/** The pictures of a layer in one model by one recipe. */
interface Row extends Pick<HashedPicture, 'modelId' | 'layer' | 'position' | 'seed' | 'version'> {
  /** Among those that were asked for. */
  place: number;
  /** Of each picture its channel, then its hashes: in words of 32 bits, the highest byte first. */
  packed: Buffer;
}

const hashWords = 2 * hashNames.length;
const packedHashes = hashNames.map((hash) => `int8send(${hash}::bigint)`).join(' || ');

/**
 * What some models show, in the order of the question. It comes in a row a layer, since a family may have a hundred thousand pictures:
 * rows of their own take ten times as long to read.
 */
export async function findHashedPictures(db: Database, wanted: readonly Shown[]): Promise<HashedPictures[]> {
  const byKey = new Map(wanted.map((shown) => [shownKey(shown), shown]));
  const asked = [...byKey.values()];
  const rows: Row[] = await db.query(
    // Model by model: all at once would be sorted on a disk.
    `select place::integer - 1 as place, model.id as "modelId", layer.name as layer, layer.position, seed, version, packed
     from unnest($1::uuid[], $2::text[], $3::integer[]) with ordinality as wanted(model_id, preset, wanted_seed, place)
     join model on model.id = wanted.model_id
     cross join lateral (
       select layer, seed, version, string_agg(int4send(channel) || ${packedHashes}, '') as packed
         from visualization_hashes hashes
        where hashes.model_id = wanted.model_id and hashes.preset = wanted.preset and comparable
          and seed between coalesce(wanted_seed, ${leastInteger}) and coalesce(wanted_seed, ${greatestInteger})
        group by layer, seed, version
     ) as shown
     join layer on layer.architecture = model.architecture and layer.name = shown.layer`,
    [
      asked.map(({ modelId }) => modelId),
      asked.map(({ preset }) => preset),
      asked.map(({ seed }) => seed ?? null),
    ],
  );
  const found = asked.map((): HashedPicture[] => []);
  const nameOf = nameNeurons();
  for (const row of rows) found[row.place]!.push(...unpack(row, nameOf));
  const neurons = new Map([...byKey.keys()].map((key, place) => [key, byNeuron(found[place]!)]));
  return wanted.map((shown) => neurons.get(shownKey(shown))!);
}

/** The index is asked for a range of seeds: for one of them, or all. */
const [leastInteger, greatestInteger] = [-(2 ** 31), 2 ** 31 - 1];

export const shownKey = ({ modelId, preset, seed }: Shown): string =>
  `${modelId} ${preset} ${seed ?? 'by every seed'}`;

/** Each neuron's name, made once for all models. */
function nameNeurons(): (neuron: NeuronRef) => string {
  const names = new Map<string, string[]>();
  return ({ layer, channel }) => {
    const known = names.get(layer) ?? [];
    names.set(layer, known);
    known[channel] ??= formatNeuronRef({ layer, channel });
    return known[channel];
  };
}

function unpack(
  { packed, modelId, layer, position, seed, version }: Row,
  nameOf: ReturnType<typeof nameNeurons>,
): HashedPicture[] {
  // Copied, since a Buffer's bytes needn't begin at a multiple of 4.
  const words = new Uint32Array(new Uint8Array(packed.swap32()).buffer);
  return Array.from({ length: words.length / (1 + hashWords) }, (_, place) => {
    const at = place * (1 + hashWords) + 1;
    const channel = words[at - 1]!;
    const neuron = nameOf({ layer, channel });
    return { modelId, seed, version, layer, channel, neuron, position, words, at };
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
