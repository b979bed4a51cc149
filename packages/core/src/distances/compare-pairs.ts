import type { Measurement } from '../evaluations/evaluation.entity.ts';
import { type ByHash, byHash, type HashName } from '../visualizations/hash-names.ts';
import type { MeanDistance } from './mean-distances.ts';
import { meanOverNeurons } from './mean-over-neurons.ts';
import { type SignFlipTest, signFlips, signFlipTest } from './sign-flip-test.ts';

/** Whether the models of one set of pairs are farther apart than those of another. */
export interface PairComparison {
  /** Those that both sets have distances of. */
  neurons: number;
  /** Null without any. */
  hashes: ByHash<HashComparison> | null;
}

export interface HashComparison extends SignFlipTest {
  /** Bits that the first set is farther apart: mean over the neurons of both. */
  effect: Measurement;
  /** What was tested, in words. */
  definition: string;
}

/** Each neuron counts once, by the mean over its pairs: pairs of one family have an origin in common and are no repetitions. */
export function comparePairs(of: readonly MeanDistance[], against: readonly MeanDistance[]): PairComparison {
  const second = new Map(against.map((distance) => [distance.neuron, distance]));
  const shared = of.flatMap((first) => {
    const other = second.get(first.neuron);
    return other ? [[first, other] as const] : [];
  });
  const differences = (hash: HashName) => shared.map(([first, other]) => first[hash] - other[hash]);
  return {
    neurons: shared.length,
    hashes: shared.length > 0 ? byHash((hash) => compare(differences(hash), hash)) : null,
  };
}

function compare(differences: readonly number[], hash: HashName): HashComparison {
  const test = signFlipTest(differences)!;
  const neurons = differences.length;
  return {
    effect: meanOverNeurons(differences, `difference of mean Hamming distances v1, ${hash} hash, bits`),
    ...test,
    definition: `paired sign-flip test v1 over ${neurons} neurons, one-sided; ${flipsOf(test, neurons)}; of these models alone: other trainings may differ`,
  };
}

function flipsOf({ exact }: SignFlipTest, neurons: number): string {
  return exact
    ? `all ${2 ** neurons} patterns of signs`
    : `p = (1 + hits) / (1 + draws), ${signFlips.draws} draws, seed ${signFlips.seed}`;
}
