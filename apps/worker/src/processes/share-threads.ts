/**
 * Processor threads for a job that starts: the processors, shared by the jobs that run at a time. A parent that trains alone
 * has all of them, of four children on two processors each has one.
 * @param ready jobs that run or could run now, the one that starts among them
 * @param workers KINDRED_WORKERS
 */
export function shareThreads(ready: number, workers: number, processors: number): number {
  const atATime = Math.min(Math.max(ready, 1), workers);
  return Math.max(1, Math.floor(processors / atATime));
}
