/** Seconds left when `share` (0 to 1) took `elapsedSeconds`; null while nothing is done. */
export function secondsLeft(elapsedSeconds: number, share: number): number | null {
  return share > 0 ? (Math.max(0, elapsedSeconds) * (1 - share)) / share : null;
}

export function secondsSince(start: Date): number {
  return (Date.now() - start.getTime()) / 1000;
}
