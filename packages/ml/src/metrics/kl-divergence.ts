import { badInput } from '../errors/domain-error.ts';
import { type Probabilities, requireMembers } from './class-scores.ts';
import { mean } from './mean.ts';
import { safeLog } from './softmax.ts';

/** Every ordered pair of members, or each unordered pair once as (i, j) with i < j. */
export type KlPairs = 'ordered' | 'i<j';

/** Kullback–Leibler divergence Σ p_i·ln(p_i / p_j) of two members' outputs, nats, mean over pairs and images. */
export const klDivergence = (members: readonly Probabilities[], pairs: KlPairs = 'ordered'): number =>
  mean(klPerImage(members, pairs));

/** [images], mean over pairs. */
export function klPerImage(members: readonly Probabilities[], pairs: KlPairs = 'ordered'): Float64Array {
  requireMembers(members, 2);
  const { images, classes } = members[0]!;
  const logs = members.map(({ data }) => data.map(safeLog));
  const perImage = new Float64Array(images);
  const chosen = pairsOf(members.length, pairs);
  for (const [i, j] of chosen) {
    const p = members[i]!.data;
    const logP = logs[i]!;
    const logQ = logs[j]!;
    for (let image = 0, k = 0; image < images; image++)
      for (let c = 0; c < classes; c++, k++)
        perImage[image]! += (p[k]! * (logP[k]! - logQ[k]!)) / chosen.length;
  }
  return perImage;
}

/** Pairs (i, j) of `members` indices, i ≠ j. */
export function pairsOf(members: number, pairs: KlPairs): [number, number][] {
  if (pairs !== 'ordered' && pairs !== 'i<j')
    throw badInput(`Unknown pairs "${pairs}": take ordered or i<j.`);
  const chosen: [number, number][] = [];
  for (let i = 0; i < members; i++)
    for (let j = pairs === 'ordered' ? 0 : i + 1; j < members; j++) if (i !== j) chosen.push([i, j]);
  return chosen;
}
