import type { TrainingCurve } from '@kindred/core';
import type { Schedule } from '@kindred/ml';

/** No drawing has room for more. */
const mostPoints = 100;
const digits = 5;

/** Steps that a point of a curve tells of, so that a training has a hundred points at most. */
export function stepsAPointOf(steps: number): number {
  return Math.max(1, Math.ceil(steps / mostPoints));
}

/** How a training of so many steps has gone, from the loss of each step until now. */
export function curveOf(losses: readonly number[], steps: number, schedule: Schedule): TrainingCurve {
  const stepsAPoint = stepsAPointOf(steps);
  const means = meanOfEach(losses, stepsAPoint);
  const lastSteps = means.map((_, point) => Math.min((point + 1) * stepsAPoint, losses.length) - 1);
  return {
    steps,
    stepsAPoint,
    losses: means.map(short),
    learningRates: lastSteps.map((step) => short(schedule(step).learningRate)),
  };
}

/** The mean of every `length` values in turn; of fewer at the end. */
export function meanOfEach(values: readonly number[], length: number): number[] {
  return Array.from({ length: Math.ceil(values.length / length) }, (_, index) => {
    const part = values.slice(index * length, (index + 1) * length);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}

/** A curve is looked at; what is reckoned with is in the training's record. */
function short(value: number): number {
  return Number(value.toPrecision(digits));
}
