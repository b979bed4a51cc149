import { type Job, secondsLeft, shareDone } from '@kindred/core';
import type { ProgressType } from './progress.type.ts';

/** As the job's task last reported it. */
export function jobProgress(job: Job): ProgressType {
  const { status, startedAt, progressDone: done, progressTotal: total, progressUnit: unit } = job;
  const share = shareDone(job);
  const left = status === 'running' && startedAt ? secondsLeft(startedAt, share) : null;
  return { done, total, unit, share, secondsLeft: left };
}
