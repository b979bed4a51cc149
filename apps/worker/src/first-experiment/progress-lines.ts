import type { Experiment, Job } from '@kindred/core';

const barWidth = 24;

/** A line for the whole experiment, then one for each job that runs: bar, share, time left. */
export function progressLines(jobs: readonly Job[], { startedAt }: Experiment, now: Date): string[] {
  const done = jobs.filter(({ status }) => status === 'done').length;
  const running = jobs.filter(({ status }) => status === 'running');
  const elapsed = startedAt ? ` · ${duration(secondsBetween(startedAt, now))} so far` : '';
  return [`${done} of ${jobs.length} jobs done${elapsed}`, ...running.map((job) => jobLine(job, now))];
}

function jobLine(job: Job, now: Date): string {
  const name = `${job.name} ${job.model?.name ?? ''}`.padEnd(30);
  const share = job.progressTotal > 0 ? job.progressDone / job.progressTotal : 0;
  const filled = Math.round(share * barWidth);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  return `  ${name} ${bar} ${`${Math.floor(100 * share)}`.padStart(3)} %  ${timeLeft(job, share, now)}`.trimEnd();
}

/** At the rate so far; nothing while there is too little to tell it from. */
function timeLeft({ startedAt }: Job, share: number, now: Date): string {
  if (!startedAt || share < 0.02) return '';
  const elapsed = secondsBetween(startedAt, now);
  return `${duration((elapsed * (1 - share)) / share)} left`;
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}

/** `45 s`, `3 min 20 s` */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
