import type { TensorOverlap } from '@kindred/core';
import type { MaskOverlapType, TensorOverlapType } from './mask-overlap.type.ts';

/** The overlap of two masks from that of their tensors; null where there are none. */
export function toMaskOverlap(overlaps: readonly TensorOverlap[]): MaskOverlapType | null {
  if (overlaps.length === 0) return null;
  const sum = (count: 'weights' | 'kept' | 'otherKept' | 'both') =>
    overlaps.reduce((total, overlap) => total + overlap[count], 0);
  const total = countsOf({
    weights: sum('weights'),
    kept: sum('kept'),
    otherKept: sum('otherKept'),
    both: sum('both'),
  });
  return {
    ...total,
    distance: Math.sqrt(total.onlyThis + total.onlyOther),
    // No tensor can make up for another: all counts are zero or more.
    complements: total.both === 0 && total.neither === 0,
    tensors: overlaps.map((overlap): TensorOverlapType => ({ tensor: overlap.tensor, ...countsOf(overlap) })),
  };
}

function countsOf({
  weights,
  kept,
  otherKept,
  both,
}: Omit<TensorOverlap, 'tensor'>): Omit<TensorOverlapType, 'tensor'> {
  const [onlyThis, onlyOther] = [kept - both, otherKept - both];
  return {
    weights,
    both,
    onlyThis,
    onlyOther,
    neither: weights - both - onlyThis - onlyOther,
    inherited: otherKept === 0 ? null : both / otherKept,
  };
}
