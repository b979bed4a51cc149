import type { Measurement } from '../measure.ts';

/** The largest ratio of peak memories to reach, in every row. */
export const memoryGoal = 1.5;

/** What follows from a measurement; null where there is no peer. */
export interface Figures {
  met: boolean | null;
  memoryRatio: number | null;
  memoryMet: boolean | null;
  oursImagesPerSecond: number;
  peerImagesPerSecond: number | null;
}

export function figuresOf({ row, ours, peer, ratioMin, oursPeakBytes, peerPeakBytes }: Measurement): Figures {
  const memoryRatio = peerPeakBytes === null ? null : oursPeakBytes / peerPeakBytes;
  return {
    met: ratioMin === null ? null : ratioMin <= row.goal,
    memoryRatio,
    memoryMet: memoryRatio === null ? null : memoryRatio <= memoryGoal,
    oursImagesPerSecond: (1000 * row.images) / ours,
    peerImagesPerSecond: peer && (1000 * row.images) / peer,
  };
}
