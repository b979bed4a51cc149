import type { MeanDistance } from '../distances/mean-distances.ts';
import type { Measurement } from '../evaluations/evaluation.entity.ts';
import type { HashName } from '../visualizations/hash-names.ts';

/** Standard deviations that hold the middle 0.95 of a normal distribution. */
const normalWidth = 1.96;

/**
 * The mean distance of neurons by one hash, each over its pairs, in bits; from two neurons on with an interval over them.
 * @param pairs how many there are, of any of these neurons
 */
export function meanDistance(distances: readonly MeanDistance[], pairs: number, hash: HashName): Measurement {
  const value = mean(distances.map((distance) => distance[hash]));
  const neurons = distances.length;
  const definition = `Hamming distance, ${hash} hash, bits; mean over ${pairs} pairs and ${neurons} neurons`;
  if (neurons < 2) return { value, definition };
  const variance =
    distances.reduce((sum, distance) => sum + (distance[hash] - value) ** 2, 0) / (neurons - 1);
  const half = normalWidth * Math.sqrt(variance / neurons);
  return {
    value,
    low: value - half,
    high: value + half,
    definition: `${definition}; normal interval 0.95 over neurons`,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
