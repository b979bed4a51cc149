import { formatNeuronRef, type NeuronRef } from '../neurons/neuron-ref.ts';
import { countDistances, type ModelPair } from './count-distances.ts';
import { type NeuronDistance, neuronDistance } from './model-distances.ts';
import type { ReadHashes } from './read-hashes.ts';

export type NeuronPair = Omit<ModelPair, 'layer' | 'neurons'> & NeuronRef;

/** The distance of each neuron with its floor and ceiling, in order; null where it has none. */
export async function calibrateNeurons(
  readHashes: ReadHashes,
  neurons: readonly NeuronPair[],
): Promise<(NeuronDistance | null)[]> {
  const pairs = new Map<string, ModelPair & { neurons: NeuronRef[] }>();
  for (const { layer, channel, ...pair } of neurons) {
    const key = keyOf(pair);
    if (!pairs.has(key)) pairs.set(key, { ...pair, neurons: [] });
    pairs.get(key)!.neurons.push({ layer, channel });
  }
  const counts = await countDistances(readHashes, [...pairs.values()]);
  const found = new Map(
    [...pairs.keys()].flatMap((pair, place) =>
      counts[place]!.map((count) => [`${pair} ${formatNeuronRef(count)}`, neuronDistance(count)] as const),
    ),
  );
  return neurons.map((neuron) => found.get(`${keyOf(neuron)} ${formatNeuronRef(neuron)}`) ?? null);
}

const keyOf = ({ from, to, preset, seed }: Omit<NeuronPair, keyof NeuronRef>) =>
  [from, to, preset, seed].join(' ');
