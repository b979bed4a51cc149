import { type Job, secondsLeft, shareDone } from '@kindred/core';
import type { ProgressType } from './progress.type.ts';

/** As the job's task last reported it. */
export function jobProgress(job: Job): ProgressType {
  const { status, startedAt, progressDone: done, progressTotal: total, progressUnit: unit } = job;
  const left = status === 'running' && startedAt ? secondsLeft(startedAt, shareDone(job)) : null;
  return { done, total, unit, secondsLeft: left };
}
