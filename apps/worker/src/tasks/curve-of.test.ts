import { expect, test } from 'vitest';
import { curveOf, stepsAPointOf } from './curve-of.ts';

const schedule = (step: number) => ({ learningRate: 1 / (step + 1), momentum: 0.9 });

test('each point of a curve is the mean loss of its steps, and the rate of the last of them', () => {
  const losses = Array.from({ length: 250 }, (_, step) => step);
  const { steps, stepsAPoint, ...points } = curveOf(losses, 250, schedule);
  expect([steps, stepsAPoint, points.losses.length, points.learningRates.length]).toEqual([250, 3, 84, 84]);
  expect(points.losses.slice(0, 2)).toEqual([1, 4]);
  expect(points.learningRates.slice(0, 2)).toEqual([0.33333, 0.16667]);
});

test('the last point tells of the steps that are left', () => {
  const { losses, learningRates } = curveOf([1, 2, 3, 8], 250, schedule);
  expect([losses, learningRates]).toEqual([
    [2, 8],
    [0.33333, 0.25],
  ]);
});

test('no training has more than a hundred points', () => {
  for (const steps of [1, 99, 100, 101, 199, 10_001, 78_200])
    expect(Math.ceil(steps / stepsAPointOf(steps))).toBeLessThanOrEqual(100);
});
