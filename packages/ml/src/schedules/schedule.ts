import { badInput, isPositiveInteger } from '../errors/domain-error.ts';

export interface Rates {
  learningRate: number;
  momentum: number;
}

/** The rates of a step, counted from 0; a schedule says whether its steps are batches or epochs. */
export type Schedule = (step: number) => Rates;

/** Refuses schedules of no steps. */
export function requireSteps(steps: number, name = 'steps'): void {
  if (!isPositiveInteger(steps))
    throw badInput(`${steps} ${name} came; it must be a whole number of 1 or more.`);
}

/** Refuses a step that the schedule doesn't have. */
export function requireStep(step: number, steps: number): void {
  if (!Number.isInteger(step) || step < 0 || step >= steps)
    throw badInput(`Step ${step} came; this schedule has the steps 0 to ${steps - 1}.`);
}

/** Refuses rates and factors of zero or less. */
export function requirePositive(value: number, name: string): void {
  if (!(value > 0 && Number.isFinite(value))) throw badInput(`${name} ${value} came; it must be above 0.`);
}
