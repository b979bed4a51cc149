import type { Measurement } from '../evaluations/evaluation.entity.ts';
import { bootstrapMean, bootstrapWords } from './bootstrap-mean.ts';

/** The mean of one number a neuron, from two neurons on with its interval. `definition` says what the number is. */
export function meanOverNeurons(perNeuron: readonly number[], definition: string): Measurement {
  const neurons = perNeuron.length;
  const interval = bootstrapMean(perNeuron);
  const words = `${definition}; mean over ${neurons} ${neurons === 1 ? 'neuron' : 'neurons'}`;
  return {
    value: perNeuron.reduce((sum, value) => sum + value, 0) / neurons,
    ...interval,
    definition: interval ? `${words}; ${bootstrapWords}` : words,
  };
}
