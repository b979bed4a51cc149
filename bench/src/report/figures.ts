import type { Measurement } from '../measure.ts';

/** The largest ratio of peak memories to reach, in every row. */
export const memoryGoal = 1.5;

/** What follows from a measurement; null where a peer is missing. */
export interface Figures {
  met: boolean | null;
  memoryRatio: number | null;
  memoryMet: boolean | null;
  oursImagesPerSecond: number;
  peerImagesPerSecond: number | null;
}

export function figuresOf(measurement: Measurement): Figures {
  const { row, ours, peer, oursPeakBytes, peerPeakBytes } = measurement;
  const memoryRatio = peerPeakBytes === null ? null : oursPeakBytes / peerPeakBytes;
  return {
    met: isMet(measurement),
    memoryRatio,
    memoryMet: memoryRatio === null ? null : memoryRatio <= memoryGoal,
    oursImagesPerSecond: (1000 * row.images) / ours,
    peerImagesPerSecond: peer && (1000 * row.images) / peer,
  };
}

function isMet({ row: { goal }, ratioMin, oursP99, oursGain, peerGain }: Measurement): boolean | null {
  if (typeof goal === 'number') return ratioMin === null ? null : ratioMin <= goal;
  if ('p99Ms' in goal) return oursP99 <= goal.p99Ms;
  return oursGain === null || peerGain === null ? null : oursGain / peerGain >= goal.gain;
}
