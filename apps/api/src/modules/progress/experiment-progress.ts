import { type Experiment, type JobSummary, secondsLeft } from '@kindred/core';
import type { ProgressType } from './progress.type.ts';

/** Jobs done of jobs in all; the time left weighs each job by its work, and counts what the running ones have done. */
export function experimentProgress(
  { status, startedAt }: Experiment,
  summary: JobSummary | null,
): ProgressType {
  const { done, total, share } = summary ?? { done: 0, total: 0, share: 0 };
  const left = status === 'running' && startedAt ? secondsLeft(startedAt, share) : null;
  return { done, total, unit: 'jobs', share, secondsLeft: left };
}
