import { describe, expect, it } from 'vitest';
import { oneCycle } from './one-cycle.ts';
import { piecewise } from './piecewise.ts';
import { snapshotCosine } from './snapshot-cosine.ts';
import { stages } from './stages.ts';
import { stepDecay } from './step-decay.ts';
import { triangular } from './triangular.ts';

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

  it.each([
    [0, 0.1],
    [1, 0.0999995965166],
    [195, 0.0854262856348],
    [390, 0.0502008685552],
    [781, 4.03483392597e-7],
    [782, 0.1],
    [3909, 4.03483392597e-7],
  ])('of five snapshots in 3910 steps has at step %i the rate %d', (step, learningRate) => {
    const rate = snapshotCosine({ steps: 3910, snapshots: 5 })(step).learningRate;
    expect(rate / learningRate).toBeCloseTo(1, 9);
  });

  it('refuses more snapshots than steps', () => {
    expect(() => snapshotCosine({ steps: 3, snapshots: 4 })).toThrow('4 snapshots of 3 steps');
  });
});

describe('the triangles of fast geometric ensembling', () => {
  const schedule = triangular({ steps: 20 * 391, cycle: 4 * 391 });

  it.each([
    [0, 0.05],
    [1, 0.0499361892583],
    [195, 0.0375569053708],
    [391, 0.02505],
    [781, 0.000163810741688],
    [782, 0.0001],
    [783, 0.000163810741688],
    [1173, 0.02505],
    [1564, 0.05],
    [2346, 0.0001],
    [7819, 0.0499361892583],
  ])('have at step %i of 20 epochs the rate %d', (step, learningRate) => {
    const rates = schedule(step);
    expect(rates.learningRate / learningRate).toBeCloseTo(1, 9);
    expect(rates.momentum).toBe(0.9);
  });

  it('refuse cycles that have no middle', () => {
    expect(() => triangular({ steps: 9, cycle: 3 })).toThrow('A cycle of 3 steps came');
    expect(() => triangular({ steps: 9, cycle: 0 })).toThrow('0 steps of a cycle came');
    expect(() => triangular({ steps: 9, cycle: 4, minLearningRate: 0 })).toThrow('minLearningRate 0 came');
  });
});

describe('the step schedule over 200 epochs', () => {
  const schedule = stepDecay({ steps: 200 * 391, stepsAnEpoch: 391 });

  it.each([
    [0, 0],
    [1, 0.000255754475703],
    [195, 0.0498721227621],
    [390, 0.0997442455243],
    [391, 0.1],
    [60 * 391 - 1, 0.1],
    [60 * 391, 0.02],
    [120 * 391 - 1, 0.02],
    [120 * 391, 0.004],
    [160 * 391, 0.0008],
    [200 * 391 - 1, 0.0008],
  ])('has at step %i the rate %d', (step, learningRate) => {
    expect(schedule(step).learningRate).toBeCloseTo(learningRate, 12);
  });

  it('may start without a warm-up', () => {
    expect(stepDecay({ steps: 9, stepsAnEpoch: 3, warmUpEpochs: 0, decayEpochs: [1] })(0).learningRate).toBe(
      0.1,
    );
  });

  it('refuses epochs that do not ascend', () => {
    const decaying = (decayEpochs: number[]) => () => stepDecay({ steps: 9, stepsAnEpoch: 3, decayEpochs });
    expect(decaying([120, 60])).toThrow('A warm-up of 1 epochs and decays at 120, 60 came');
    expect(decaying([Number.NaN])).toThrow('must ascend from 0');
    expect(() => schedule(200 * 391)).toThrow('Step 78200 came');
  });
});

describe('stages', () => {
  const list = [
    { epochs: 150, learningRate: 0.1 },
    { epochs: 50, learningRate: 0.01 },
    { epochs: 50, learningRate: 0.001 },
  ];
  const rates = stages(list, 1000);

  it.each([
    [0, 0.1],
    [599, 0.1],
    [600, 0.01],
    [799, 0.01],
    [800, 0.001],
    [999, 0.001],
  ])('have at step %i of 1000 the rate %d', (step, learningRate) => {
    expect(rates(step)).toEqual({ learningRate, momentum: 0.9 });
  });

  it('are refused without any, and with rates and steps that there are not', () => {
    expect(() => stages([], 10)).toThrow('No stages came');
    expect(() => stages([{ epochs: 1, learningRate: 0 }], 10)).toThrow('learningRate 0 came');
    expect(() => rates(1000)).toThrow('Step 1000 came');
  });
});
