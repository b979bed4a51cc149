import type { Job } from '@kindred/core';
import type { ProgressType } from './progress.type.ts';
import { secondsLeft, secondsSince } from './seconds-left.ts';

/** As the job's task last reported it. */
export function jobProgress(job: Job): ProgressType {
  const { status, startedAt, progressDone: done, progressTotal: total, progressUnit: unit } = job;
  const left =
    status === 'running' && startedAt && total > 0
      ? secondsLeft(secondsSince(startedAt), done / total)
      : null;
  return { done, total, unit, secondsLeft: left };
}
