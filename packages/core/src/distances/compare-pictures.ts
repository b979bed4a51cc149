import { unequalBits } from '../visualizations/count-bits.ts';
import { byHash, type HashName } from '../visualizations/hash-names.ts';
import type { HashedPictures, ShownPictures } from './find-hashed-pictures.ts';
import { firstFrom, keyOf, placeOf } from './neuron-keys.ts';

/** The neurons that two models have a picture of by one seed, their hashes by one definition: from the input on. */
export interface ComparedPictures extends Pick<HashedPictures, 'keys' | 'layers'> {
  from: ComparedSide;
  to: ComparedSide;
}

export interface ComparedSide extends Pick<HashedPictures, 'words'> {
  /** The same model's pictures by other seeds. */
  others: HashedPictures[];
}

/** @param layer whose neurons alone are compared; all when left out */
export function comparePictures(
  from: ShownPictures,
  to: ShownPictures,
  seed: number,
  layer?: string | null,
): ComparedPictures[] {
  const bySeed = from.filter((pictures) => pictures.seed === seed).map((one) => inLayer(one, layer));
  return bySeed.flatMap((one) => {
    const { version } = one;
    const other = to.find((pictures) => pictures.seed === seed && pictures.version === version);
    if (!other) return [];
    const [ofFrom, ofTo] = shared(one, inLayer(other, layer));
    if (ofFrom.keys.length === 0) return [];
    const othersOf = (shown: ShownPictures) =>
      shown.filter((pictures) => pictures.seed !== seed && pictures.version === version);
    return {
      keys: ofFrom.keys,
      layers: one.layers,
      from: { words: ofFrom.words, others: othersOf(from) },
      // A model beside itself has them once.
      to: { words: ofTo.words, others: from === to ? [] : othersOf(to) },
    };
  });
}

/** [neurons] */
export function distancesBetween({ keys, from, to }: ComparedPictures, hash: HashName): Uint8Array {
  const [one, other] = [from.words[hash], to.words[hash]];
  const bits = new Uint8Array(keys.length);
  for (let place = 0; place < bits.length; place++) bits[place] = unequalBits(one, place, other, place);
  return bits;
}

/** A layer's neurons stand together. */
function inLayer(pictures: HashedPictures, layer?: string | null): HashedPictures {
  if (!layer) return pictures;
  const { keys, layers, words } = pictures;
  const position = layers.indexOf(layer);
  const first = firstFrom(keys, keyOf(position, 0));
  const end = firstFrom(keys, keyOf(position + 1, 0));
  return {
    ...pictures,
    keys: keys.subarray(first, end),
    words: byHash((hash) => words[hash].subarray(2 * first, 2 * end)),
  };
}

/** The pictures of those neurons that both have. */
function shared(one: HashedPictures, other: HashedPictures): [HashedPictures, HashedPictures] {
  const { keys } = one;
  if (areSame(keys, other.keys)) return [one, other];
  const places: number[] = [];
  const besides: number[] = [];
  for (const [place, key] of keys.entries()) {
    const beside = placeOf(other.keys, key);
    if (beside === null) continue;
    places.push(place);
    besides.push(beside);
  }
  return [picturesAt(one, places), picturesAt(other, besides)];
}

function areSame(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false;
  return true;
}

function picturesAt({ keys, words, ...pictures }: HashedPictures, places: readonly number[]): HashedPictures {
  return {
    ...pictures,
    keys: Float64Array.from(places, (place) => keys[place]!),
    words: byHash((hash) =>
      Uint32Array.from(places.flatMap((place) => [words[hash][2 * place]!, words[hash][2 * place + 1]!])),
    ),
  };
}
