import { secondsLeft } from '@kindred/core';

const barWidth = 24;

/** `██████░░░░░░░░░░░░░░░░░░  25 %` */
export function progressBar(share: number): string {
  const filled = Math.round(share * barWidth);
  const percent = `${Math.floor(100 * share)}`.padStart(3);
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${percent} %`;
}

/** `3 min 20 s left`; nothing while there is too little to tell it from. */
export function timeLeft(startedAt: Date | null, share: number, now: Date): string {
  const seconds = startedAt && secondsLeft(startedAt, share, now);
  return seconds === null ? '' : `${duration(seconds)} left`;
}

/** `45 s`, `3 min 20 s` */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
