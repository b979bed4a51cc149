/** Below this share nothing is told: starting up weighs too much. */
const leastShare = 0.02;

/**
 * Seconds left at the rate so far, when `share` (0 to 1) of the work is done; null below 2 %.
 * Time in which nobody worked, as after a restart, counts as if somebody had: then it tells too much.
 */
export function secondsLeft(startedAt: Date, share: number, now = new Date()): number | null {
  if (share < leastShare) return null;
  const elapsedSeconds = Math.max(0, now.getTime() - startedAt.getTime()) / 1000;
  return (elapsedSeconds * (1 - share)) / share;
}

/** The share of a job's work that is done, 0 to 1; 0 while the task doesn't know how much there is to do. */
export function shareDone({
  progressDone,
  progressTotal,
}: {
  progressDone: number;
  progressTotal: number;
}): number {
  return progressTotal > 0 ? progressDone / progressTotal : 0;
}
