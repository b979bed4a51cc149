import { type Experiment, type Job, type JobSummary, secondsLeft, shareDone } from '@kindred/core';

const barWidth = 24;

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
  const filled = Math.round(share * barWidth);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  const percent = `${Math.floor(100 * share)}`.padStart(3);
  return `  ${name} ${bar} ${percent} %  ${timeLeft(job.startedAt, share, now)}`.trimEnd();
}

/** Nothing while there is too little to tell it from. */
function timeLeft(startedAt: Date | null, share: number, now: Date): string {
  const seconds = startedAt && secondsLeft(startedAt, share, now);
  return seconds === null ? '' : `${duration(seconds)} left`;
}

/** `45 s`, `3 min 20 s` */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
