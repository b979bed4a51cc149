import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import type { Mask } from '../pruning/mask.ts';
import { type Rewinding, requireRewinding, rewindings } from './rewind.ts';

/** How a training changes its mask on the way. */
export type MaskSchedule = Regrowing | Rewinding;

/** Dynamic sparse training (RigL, Evci et al., 2020): weights are dropped by size, and as many grow by gradient. */
export interface Regrowing {
  kind: 'regrow';
  /** Between two changes; none happens at the end. */
  everySteps: number;
  /** Of the kept weights, dropped at each change: this at the start, falling to 0 along a cosine over the training. */
  share: number;
  /** Dropped before the first step, to leave the place where the weights come from (Liu et al., 2022); none unless given. */
  escape?: number;
}

/** Whether the mask changes before a step, counted from 0. */
export function changesBefore(schedule: MaskSchedule, step: number): boolean {
  if (schedule.kind === 'rewind') return step === schedule.rewindStep || rewindings(schedule).includes(step);
  return step === 0 ? schedule.escape !== undefined : step % schedule.everySteps === 0;
}

/** The step behind `step` before which the mask changes next, or else `steps`. */
export function nextChange(schedule: MaskSchedule | undefined, step: number, steps: number): number {
  for (let next = step + 1; schedule && next < steps; next++) if (changesBefore(schedule, next)) return next;
  return steps;
}

export function requireMaskSchedule(schedule: MaskSchedule, mask: Mask | undefined): void {
  if (schedule.kind === 'rewind') {
    requireRewinding(schedule);
    return;
  }
  if (!mask) throw badInput('A training that regrows weights came without a mask: there is nothing to grow.');
  if (!isPositiveInteger(schedule.everySteps))
    throw badInput(`Regrowing every ${schedule.everySteps} steps came; it is a whole number of 1 or more.`);
  for (const share of [schedule.share, schedule.escape ?? 0])
    if (!(share >= 0 && share <= 1))
      throw badInput(`A share of ${share} to regrow came; it lies between 0 and 1.`);
}
