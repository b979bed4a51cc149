import type { NeuronRef } from '../neurons/neuron-ref.ts';
import { unequalBits } from '../visualizations/count-bits.ts';
import { type ByHash, type HashName, lazyByHash } from '../visualizations/hash-names.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import { type ComparedPictures, distancesBetween } from './compare-pictures.ts';
import { channelOf, keyOf, layerOf, placeOf } from './neuron-keys.ts';
import { type Tally, tallyBits } from './tally.ts';
import { type UnrelatedDistances, unrelatedDistances } from './unrelated-distances.ts';

/** By one hash; neurons by their places. */
interface Counts {
  /** [neurons] */
  bits: Uint8Array;
  /** From the same neuron by other seeds, in either model; null where there are none. */
  floor(neuron: number): Tally | null;
  /** From every other neuron of the other model, in both directions. */
  ceilings: UnrelatedDistances;
}

export interface CountedDistances {
  counts: ByHash<Counts>;
  /** From the input on. */
  neurons(): ComparedNeuron[];
  /** Null of one without two pictures. */
  neuron(ref: NeuronRef): ComparedNeuron | null;
}

/** One neuron that has a picture in both models of a pair. */
export class ComparedNeuron implements NeuronRef {
  readonly layer: string;
  readonly channel: number;
  /** The least is next to the input. */
  readonly key: number;
  readonly #counts: ByHash<Counts>;
  readonly #place: number;

  constructor({ keys, layers }: ComparedPictures, counts: ByHash<Counts>, place: number) {
    this.key = keys[place]!;
    this.layer = layerOf(this.key, layers);
    this.channel = channelOf(this.key);
    this.#counts = counts;
    this.#place = place;
  }

  /** How far its two pictures are apart. */
  bits(hash: HashName): number {
    return this.#counts[hash].bits[this.#place]!;
  }

  /** Where that lies. */
  calibrate(hash: HashName): Calibration {
    const { floor, ceilings } = this.#counts[hash];
    return calibrate(this.bits(hash), { floor: floor(this.#place), ceiling: ceilings.of(this.#place) });
  }
}

/**
 * The unequal bits of two models' pictures, neuron by neuron, with those beside which they are seen: counted when they are asked for,
 * and here, since every neuron is compared with every other, which takes the database twenty times as long.
 */
export function countDistances(compared: ComparedPictures): CountedDistances {
  const { keys, layers } = compared;
  const counts = lazyByHash((hash) => countByHash(compared, hash));
  return {
    counts,
    neurons: () => Array.from(keys, (_, place) => new ComparedNeuron(compared, counts, place)),
    neuron({ layer, channel }) {
      const place = placeOf(keys, keyOf(layers.indexOf(layer), channel));
      return place === null ? null : new ComparedNeuron(compared, counts, place);
    },
  };
}

function countByHash(compared: ComparedPictures, hash: HashName): Counts {
  const { keys, from, to } = compared;
  const bits = distancesBetween(compared, hash);
  const others = [from, to].flatMap(({ words, others }) => others.map((pictures) => ({ words, pictures })));
  return {
    bits,
    floor(neuron) {
      const likes: number[] = [];
      for (const { words, pictures } of others) {
        const like = placeOf(pictures.keys, keys[neuron]!);
        if (like !== null) likes.push(unequalBits(words[hash], neuron, pictures.words[hash], like));
      }
      return tallyBits(likes);
    },
    ceilings: unrelatedDistances(from.words[hash], to.words[hash], bits),
  };
}
