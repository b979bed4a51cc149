import type { Pair } from './interleave.ts';
import { percentile } from './percentile.ts';

/** What many pairs say. Times in milliseconds, ratios ours over the peer's. */
export interface Comparison {
  /** The least of our times. */
  ours: number;
  oursMedian: number;
  /** The 99th percentile of ours: no more than one of a hundred took longer. */
  oursP99: number;
  /** The least of the peer's; null, as the ratios, where there is no peer. */
  peer: number | null;
  /** The least of ours over the least of the peer's: what both take undisturbed. */
  ratioMin: number | null;
  /** The median of the ratios of the pairs. */
  ratioMedian: number | null;
  /** The least time on one thread over the least on all; null where there is none on one. */
  oursGain: number | null;
  peerGain: number | null;
}

export function compare(pairs: readonly Pair[]): Comparison {
  const times = pairs.map((pair) => pair.ours).sort((a, b) => a - b);
  const own = {
    ours: times[0]!,
    oursMedian: median(times),
    oursP99: percentile(times, 0.99),
    oursGain: gainOf(pairs, 'oursAlone', 'ours'),
    peerGain: gainOf(pairs, 'peerAlone', 'peer'),
  };
  const both = pairs.filter((pair): pair is Required<Pair> => pair.peer !== undefined);
  if (both.length === 0) return { ...own, peer: null, ratioMin: null, ratioMedian: null };
  const peer = Math.min(...both.map((pair) => pair.peer));
  return {
    ...own,
    peer,
    ratioMin: own.ours / peer,
    ratioMedian: median(both.map((pair) => pair.ours / pair.peer)),
  };
}

function gainOf(pairs: readonly Pair[], alone: keyof Pair, together: keyof Pair): number | null {
  const least = (name: keyof Pair) => Math.min(...pairs.map((pair) => pair[name] ?? Number.NaN));
  const gain = least(alone) / least(together);
  return Number.isNaN(gain) ? null : gain;
}

/** The middle one, or the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
