import type { Measurement } from '../evaluations/evaluation.entity.ts';
import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import type { NeuronDistances } from '../visualizations/neuron-distances.ts';

/** Standard deviations that hold the middle 0.95 of a normal distribution. */
const normalWidth = 1.96;

/** The mean distance of neurons by one hash, each over its pairs, in bits; from two neurons on with an interval over them. */
export function meanDistance(
  distances: readonly NeuronDistances[],
  hash: keyof HammingDistance,
): Measurement {
  const neurons = [...new Set(distances.map(({ neuron }) => neuron))];
  const perNeuron = neurons.map((name) =>
    mean(distances.filter(({ neuron }) => neuron === name).map((distance) => distance[hash])),
  );
  const value = mean(perNeuron);
  const pairs = new Set(distances.map(({ models }) => models.join(' '))).size;
  const definition = `Hamming distance, ${hash} hash, bits; mean over ${pairs} pairs and ${neurons.length} neurons`;
  if (neurons.length < 2) return { value, definition };
  const variance = perNeuron.reduce((sum, bits) => sum + (bits - value) ** 2, 0) / (neurons.length - 1);
  const half = normalWidth * Math.sqrt(variance / neurons.length);
  return {
    value,
    low: value - half,
    high: value + half,
    definition: `${definition}; normal interval 0.95 over neurons`,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
