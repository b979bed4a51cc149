import { describe, expect, it } from 'vitest';
import { oneCycle } from './one-cycle.ts';
import { piecewise } from './piecewise.ts';
import { snapshotCosine } from './snapshot-cosine.ts';

describe('the one-cycle schedule', () => {
  it.each([
    [0, 0.001, 0.95],
    [1, 0.001001605992, undefined],
    [195, 0.0505, 0.9],
    [390, 0.1, 0.85],
    [391, 0.09999998007, undefined],
    [1955, 0.05863848736, 0.891362],
    [3909, 1e-7, 0.95],
  ])('is that of PyTorch at step %i of 3910', (step, learningRate, momentum) => {
    const rates = oneCycle({ steps: 3910, maxLearningRate: 0.1 })(step);
    expect(rates.learningRate / learningRate).toBeCloseTo(1, 9);
    if (momentum !== undefined) expect(rates.momentum).toBeCloseTo(momentum, 6);
  });

  it.each([
    [1, 0.003985215271, 0.946985],
    [5, 0.05909558479, 0.891318],
    [9, 0.1, 0.85],
    [50, 0.05695869809, 0.893041],
    [98, 3.055861859e-5, undefined],
    [99, 1e-7, undefined],
  ])('is that of PyTorch at step %i of 100', (step, learningRate, momentum) => {
    const rates = oneCycle({ steps: 100, maxLearningRate: 0.1 })(step);
    expect(rates.learningRate / learningRate).toBeCloseTo(1, 9);
    if (momentum !== undefined) expect(rates.momentum).toBeCloseTo(momentum, 6);
  });

  it.each([1, 2, 5, 10, 11, 20])('has finite rates at each of %i steps, and ends at the lowest', (steps) => {
    const schedule = oneCycle({ steps, maxLearningRate: 0.1 });
    const rates = Array.from({ length: steps }, (_, step) => schedule(step).learningRate);
    expect(rates.every((rate) => rate >= 1e-7 * (1 - 1e-9) && rate <= 0.1)).toBe(true);
    expect(rates.at(-1)).toBeCloseTo(1e-7, 12);
  });

  it('refuses steps it does not have and options that make no schedule', () => {
    const schedule = oneCycle({ steps: 10, maxLearningRate: 0.1 });
    expect(() => schedule(10)).toThrow('Step 10 came; this schedule has the steps 0 to 9.');
    expect(() => schedule(-1)).toThrow('Step -1 came');
    expect(() => oneCycle({ steps: 0, maxLearningRate: 0.1 })).toThrow('0 steps came');
    expect(() => oneCycle({ steps: 9, maxLearningRate: 0 })).toThrow('maxLearningRate 0 came');
    expect(() => oneCycle({ steps: 9, maxLearningRate: 0.1, rise: 1.5 })).toThrow('A rise of 1.5');
  });
});

describe("the parent's schedule over 140 epochs", () => {
  it.each([
    [0, 0.1],
    [70, 0.1],
    [71, 0.09823214],
    [98, 0.0505],
    [126, 0.001],
    [139, 0.001],
  ])('has at epoch %i the rate %f', (epoch, learningRate) => {
    expect(piecewise({ epochs: 140 })(epoch)).toEqual({
      learningRate: expect.closeTo(learningRate, 8),
      momentum: 0.9,
    });
  });

  it('scales with the first rate', () => {
    expect(piecewise({ epochs: 140, learningRate: 1 })(98).learningRate).toBeCloseTo(0.505, 10);
  });
});

describe('the snapshot schedule', () => {
  const schedule = snapshotCosine({ steps: 10, snapshots: 3 });
  const rates = Array.from({ length: 10 }, (_, step) => schedule(step).learningRate);

  it('starts every cycle of ⌈10/3⌉ steps at the full rate', () => {
    expect([0, 4, 8].map((step) => rates[step])).toEqual([0.1, 0.1, 0.1]);
  });

  it('falls as a cosine within a cycle', () => {
    expect(rates[2]).toBeCloseTo(0.05, 12);
    expect(rates[3]).toBeCloseTo(0.05 * (Math.cos((3 * Math.PI) / 4) + 1), 12);
  });

  it('refuses more snapshots than steps', () => {
    expect(() => snapshotCosine({ steps: 3, snapshots: 4 })).toThrow('4 snapshots of 3 steps');
  });
});
