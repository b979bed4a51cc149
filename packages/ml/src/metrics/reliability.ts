import { hits } from './accuracy.ts';
import type { Labels, Probabilities } from './class-scores.ts';
import { calibrationGaps } from './ece.ts';

/** A bin (low, high] of a reliability diagram. */
export interface ReliabilityBin {
  low: number;
  high: number;
  /** Whose confidence, the highest probability, lies in the bin. */
  images: number;
  /** Share of them that is labelled right, 0 to 1, and their mean confidence; null where there are none. */
  accuracy: number | null;
  confidence: number | null;
}

/** How often predictions are right that are made as confidently, in the bins that ECE is summed over. */
export function reliability(probabilities: Probabilities, labels: Labels, bins = 15): ReliabilityBin[] {
  const { bin, gap } = calibrationGaps(probabilities, labels, bins);
  const sums = Array.from({ length: bins }, () => ({ images: 0, right: 0, gap: 0 }));
  for (const [image, hit] of hits(probabilities, labels).entries()) {
    const sum = sums[bin[image]!]!;
    sum.images += 1;
    sum.right += hit;
    sum.gap += gap[image]!;
  }
  return sums.map(({ images, right, gap: missed }, index) => ({
    low: index / bins,
    high: (index + 1) / bins,
    images,
    accuracy: images === 0 ? null : right / images,
    confidence: images === 0 ? null : (right - missed) / images,
  }));
}
