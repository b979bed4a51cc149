import { type Mask, tensorPairs } from './mask.ts';

/** How far two masks keep the same weights. */
export interface Overlap {
  weights: number;
  /** Kept by both. */
  both: number;
  /** Kept by one of them or by both. */
  either: number;
  /** both / weights, 0 to 1. */
  share: number;
  /** Jaccard's index, both / either, 0 to 1; 1 where neither keeps anything, since they are equal there. */
  jaccard: number;
}

export interface MaskOverlap {
  tensors: Readonly<Record<string, Overlap>>;
  total: Overlap;
}

/** The overlap of two masks, by tensor and in all: 0 for anti-random siblings, near 1/3 for random halves by Jaccard. */
export function overlapOf(a: Mask, b: Mask): MaskOverlap {
  const total = { weights: 0, both: 0, either: 0 };
  const tensors: Record<string, Overlap> = {};
  for (const [name, ours, theirs] of tensorPairs(a, b)) {
    let [both, either] = [0, 0];
    for (let index = 0; index < ours.length; index++) {
      both += ours[index]! & theirs[index]!;
      either += ours[index]! | theirs[index]!;
    }
    tensors[name] = withShares({ weights: ours.length, both, either });
    total.weights += ours.length;
    total.both += both;
    total.either += either;
  }
  return { tensors, total: withShares(total) };
}

const withShares = (counts: Pick<Overlap, 'weights' | 'both' | 'either'>): Overlap => ({
  ...counts,
  share: counts.both / counts.weights,
  jaccard: counts.either === 0 ? 1 : counts.both / counts.either,
});
