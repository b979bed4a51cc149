import type { Pair } from './interleave.ts';

/** What many pairs say. Times in milliseconds, ratios ours over the peer's. */
export interface Comparison {
  /** The least of our times. */
  ours: number;
  /** The least of the peer's; null, as the ratios, where there is no peer. */
  peer: number | null;
  /** The least of ours over the least of the peer's: what both take undisturbed. */
  ratioMin: number | null;
  /** The median of the ratios of the pairs. */
  ratioMedian: number | null;
}

export function compare(pairs: readonly Pair[]): Comparison {
  const ours = Math.min(...pairs.map((pair) => pair.ours));
  const both = pairs.filter((pair): pair is Required<Pair> => pair.peer !== undefined);
  if (both.length === 0) return { ours, peer: null, ratioMin: null, ratioMedian: null };
  const peer = Math.min(...both.map((pair) => pair.peer));
  return {
    ours,
    peer,
    ratioMin: ours / peer,
    ratioMedian: median(both.map((pair) => pair.ours / pair.peer)),
  };
}

/** The middle one, or the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
