import type { Measurement } from '../evaluations/evaluation.entity.ts';
import { type ByHash, byHash, type HashName, hashLengths, hashNames } from '../visualizations/hash-names.ts';
import { bootstrapMean, bootstrapMeans, bootstrapWords, type Interval } from './bootstrap-mean.ts';

/** The mean of one number a neuron, from two neurons on with its interval. `definition` says what the number is. */
export function meanOverNeurons(perNeuron: ArrayLike<number>, definition: string): Measurement {
  return measured(perNeuron, bootstrapMean(perNeuron), definition);
}

/** The same of bits by each hash. */
export function meanBitsOverNeurons(
  bits: ByHash<ArrayLike<number>>,
  definitionOf: (hash: HashName) => string,
): ByHash<Measurement> {
  const most = Math.max(...Object.values(hashLengths));
  const intervals = bootstrapMeans(
    hashNames.map((hash) => bits[hash]),
    most,
  );
  return byHash((hash) => measured(bits[hash], intervals[hashNames.indexOf(hash)]!, definitionOf(hash)));
}

function measured(perNeuron: ArrayLike<number>, interval: Interval | null, definition: string): Measurement {
  const neurons = perNeuron.length;
  const words = `${definition}; mean over ${neurons} ${neurons === 1 ? 'neuron' : 'neurons'}`;
  let sum = 0;
  for (let neuron = 0; neuron < neurons; neuron++) sum += perNeuron[neuron]!;
  return {
    value: sum / neurons,
    ...interval,
    definition: interval ? `${words}; ${bootstrapWords}` : words,
  };
}
