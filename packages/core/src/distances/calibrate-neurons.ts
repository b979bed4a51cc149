import type { NeuronRef } from '../neurons/neuron-ref.ts';
import { comparePictures } from './compare-pictures.ts';
import { type ComparedNeuron, type CountedDistances, countDistances } from './count-distances.ts';
import type { ReadHashes } from './read-hashes.ts';
import { type ModelPair, readPairs } from './read-pairs.ts';

export type NeuronPair = ModelPair & NeuronRef;

/** Each neuron beside itself in the other model, in order; null where either has no picture of it. */
export async function calibrateNeurons(
  readHashes: ReadHashes,
  neurons: readonly NeuronPair[],
): Promise<(ComparedNeuron | null)[]> {
  const pairs = new Map(neurons.map((pair) => [keyOf(pair), pair]));
  const pictured = await readPairs(readHashes, [...pairs.values()]);
  const counted = new Map(
    pictured.map(({ pair, from, to }): [string, CountedDistances[]] => [
      keyOf(pair),
      comparePictures(from, to, pair.seed).map(countDistances),
    ]),
  );
  return neurons.map((one) => {
    const found = counted.get(keyOf(one))!.flatMap((ofDefinition) => ofDefinition.neuron(one) ?? []);
    return found[0] ?? null;
  });
}

const keyOf = ({ from, to, preset, seed }: ModelPair) => [from, to, preset, seed].join(' ');
