import type { Experiment } from '@kindred/core';
import type { JobSummary } from '../../loaders/job-summary.loader.ts';
import type { ProgressType } from './progress.type.ts';
import { secondsLeft, secondsSince } from './seconds-left.ts';

/** Jobs done of jobs in all; the time left also counts what the running jobs have done. */
export function experimentProgress(
  { status, startedAt }: Experiment,
  summary: JobSummary | null,
): ProgressType {
  const { done, total, running } = summary ?? { done: 0, total: 0, running: 0 };
  const left =
    status === 'running' && startedAt && total > 0
      ? secondsLeft(secondsSince(startedAt), (done + running) / total)
      : null;
  return { done, total, unit: 'jobs', secondsLeft: left };
}
