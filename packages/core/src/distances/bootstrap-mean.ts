import { LRUCache } from 'lru-cache';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Interval {
  low: number;
  high: number;
}

export const bootstrap = { confidence: 0.95, resamples: 2000, seed: 1 } as const;

/** The words that go with an interval of `bootstrapMean`. */
export const bootstrapWords = `percentile bootstrap interval ${bootstrap.confidence} over neurons, ${bootstrap.resamples} resamples, seed ${bootstrap.seed}`;

/**
 * Interval of the mean of one number a neuron: neurons are drawn with replacement, and the middle of the resampled means
 * is kept. Null below two neurons. Of few neurons it is narrow, as a normal interval is: 12 cover 0.95 about 0.91 times.
 */
export function bootstrapMean(perNeuron: readonly number[]): Interval | null {
  const neurons = perNeuron.length;
  if (neurons < 2) return null;
  const values = Float64Array.from(perNeuron);
  const means = resampledSums(values, drawNeurons(neurons)).map((sum) => sum / neurons);
  means.sort();
  const edge = (1 - bootstrap.confidence) / 2;
  return { low: quantile(means, edge), high: quantile(means, 1 - edge) };
}

/** Four resamples side by side, since the next addition to a sum waits for the last. */
function resampledSums(values: Float64Array, drawn: Places): Float64Array {
  const neurons = values.length;
  const sums = new Float64Array(bootstrap.resamples);
  for (let resample = 0; resample < sums.length; resample += 4) {
    const first = resample * neurons;
    const second = first + neurons;
    const third = second + neurons;
    const fourth = third + neurons;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let neuron = 0; neuron < neurons; neuron++) {
      a += values[drawn[first + neuron]!]!;
      b += values[drawn[second + neuron]!]!;
      c += values[drawn[third + neuron]!]!;
      d += values[drawn[fourth + neuron]!]!;
    }
    sums[resample] = a;
    sums[resample + 1] = b;
    sums[resample + 2] = c;
    sums[resample + 3] = d;
  }
  return sums;
}

/** Half as much to read where there are no more. */
type Places = Uint16Array | Uint32Array;
const mostShort = 2 ** 16;

/** The draws by number of neurons, 64 MB of them: every hash and every pair of a family asks for the same. */
const kept = new LRUCache<number, Places>({
  maxSize: 2 ** 26,
  sizeCalculation: ({ byteLength }) => byteLength,
});

/** [resamples, neurons]: places of neurons. */
function drawNeurons(neurons: number): Places {
  const known = kept.get(neurons);
  if (known) return known;
  const drawn = drawPlaces(neurons, bootstrap.resamples * neurons);
  kept.set(neurons, drawn);
  return drawn;
}

/**
 * What pure-rand's `uniformInt(random, 0, places - 1)` draws: remainders, without the values above the last multiple. Four million are
 * drawn in less than half the time that it takes.
 */
export function drawPlaces(places: number, draws: number): Places {
  const random = xoroshiro128plus(bootstrap.seed);
  const values = 2 ** 32 - (2 ** 32 % places);
  const drawn = places <= mostShort ? new Uint16Array(draws) : new Uint32Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let value = (random.next() + 2 ** 31) >>> 0;
    while (value >= values) value = (random.next() + 2 ** 31) >>> 0;
    drawn[draw] = value % places;
  }
  return drawn;
}

/** Linear between the two neighbours. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!;
  return below + (at - Math.floor(at)) * (sorted[Math.ceil(at)]! - below);
}
