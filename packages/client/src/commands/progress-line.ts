import { duration } from './numbers.ts';

const barWidth = 24;

/** `██████░░░░░░░░░░░░░░░░░░  25 %  9 of 23 jobs done · 4 min 10 s left`, of a share from 0 to 1 */
export function progressLine(share: number, done: string, secondsLeft: number | null): string {
  const filled = Math.round(share * barWidth);
  const percent = `${Math.floor(100 * share)}`.padStart(3);
  const left = secondsLeft === null ? '' : ` · ${duration(secondsLeft)} left`;
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${percent} %  ${done}${left}`;
}
