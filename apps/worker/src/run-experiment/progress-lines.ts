import { type Experiment, type Job, type JobSummary, shareDone } from '@kindred/core';
import { duration, progressBar, timeLeft } from './progress-bar.ts';

export interface Progress {
  experiment: Experiment;
  /** With their models. */
  jobs: readonly Job[];
  summary: JobSummary;
}

/** A line for the whole experiment, then one for each job that runs: bar, share, time left. */
export function progressLines({ experiment, jobs, summary }: Progress, now: Date): string[] {
  const running = jobs.filter(({ status }) => status === 'running');
  return [overallLine(summary, experiment, now), ...running.map((job) => jobLine(job, now))];
}

/** `9 of 23 jobs done · 2 min 5 s so far · 4 min 10 s left` */
export function overallLine(
  { done, total, share }: JobSummary,
  { startedAt }: Experiment,
  now: Date,
): string {
  const elapsed = startedAt && `${duration((now.getTime() - startedAt.getTime()) / 1000)} so far`;
  const parts = [`${done} of ${total} jobs done`, elapsed, share < 1 && timeLeft(startedAt, share, now)];
  return parts.filter(Boolean).join(' · ');
}

function jobLine(job: Job, now: Date): string {
  const name = `${job.name} ${job.model?.name ?? ''}`.padEnd(30);
  const share = shareDone(job);
  return `  ${name} ${progressBar(share)}  ${timeLeft(job.startedAt, share, now)}`.trimEnd();
}
