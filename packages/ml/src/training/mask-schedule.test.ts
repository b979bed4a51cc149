import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { drawStripes, stripes } from '../datasets/stripes.fixture.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { disposeWeights, type Weights } from '../networks/pass.ts';
import { erdosRenyiKernel } from '../pruning/erdos-renyi-kernel.ts';
import { type Mask, sparsityOf } from '../pruning/mask.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { decodeCheckpoint } from './checkpoint.ts';
import type { Regrowing } from './mask-schedule.ts';
import { type Rewinding, rewindings, rewoundSchedule, stepsOfRewinding } from './rewind.ts';
import { train } from './train.ts';
import type { TrainingPlan } from './training-plan.ts';

beforeAll(() => startRuntime('wasm'));

const architecture = findArchitecture('resnet8');
const specs = architecture.tensors(stripes);
const sparse = erdosRenyiKernel(specs, 0.3, 1, 'edst-1');

/** Two steps an epoch. */
const plan = (values: Partial<TrainingPlan>): TrainingPlan => ({
  architecture,
  specs,
  weights: initializeWeights(specs, 1),
  data: stripes,
  images: drawStripes(16, 'train'),
  epochs: 3,
  batchSize: 8,
  schedule: () => ({ learningRate: 0.05, momentum: 0.9 }),
  weightDecay: 5e-4,
  seed: 1,
  stream: 'edst-1',
  ...values,
});

interface Outcome {
  losses: number[];
  weights: Weights;
  mask: Mask;
  file?: Uint8Array;
}

async function run(given: Partial<TrainingPlan>, stopAfter = Number.POSITIVE_INFINITY): Promise<Outcome> {
  const training = train(plan(given));
  const losses: number[] = [];
  for (;;) {
    const { done, value } = await training.next();
    if (done) return { losses, weights: value.weights, mask: value.mask! };
    losses.push(value.loss);
    if (value.step < stopAfter) continue;
    const file = await value.checkpoint({}, 1);
    await training.return(undefined as never);
    return { losses, file, weights: {}, mask: {} };
  }
}

const expectMasked = (weights: Weights, mask: Mask) => {
  for (const [name, bits] of Object.entries(mask))
    expect(weights[name]!.dataSync().some((value, place) => !bits[place] && value !== 0)).toBe(false);
};

const changed = (before: Mask, after: Mask) =>
  Object.entries(before).reduce(
    (sum, [name, bits]) => sum + bits.filter((bit, place) => bit !== after[name]![place]).length,
    0,
  );

const regrowing: Regrowing = { kind: 'regrow', everySteps: 2, share: 0.5, escape: 0.8 };
const rewinding: Rewinding = { kind: 'rewind', rounds: 2, sparsity: 0.6, roundSteps: 3, rewindStep: 1 };

describe('a training that regrows its weights', () => {
  it('ends with another mask of the same density, and its weights under it', async () => {
    const { weights, mask } = await run({ mask: sparse, maskSchedule: regrowing });
    expect(sparsityOf(mask)).toBeCloseTo(sparsityOf(sparse), 10);
    expect(changed(sparse, mask)).toBeGreaterThan(1000);
    expectMasked(weights, mask);
    disposeWeights(weights);
  });

  it('leaves the mask alone until the first change is due', async () => {
    const { weights, mask } = await run({
      mask: sparse,
      maskSchedule: { kind: 'regrow', everySteps: 6, share: 0.5 },
    });
    expect(mask).toEqual(sparse);
    disposeWeights(weights);
  });

  it.each([
    [{ ...regrowing, everySteps: 0 }, sparse, 'Regrowing every 0 steps came'],
    [{ ...regrowing, share: 1.5 }, sparse, 'A share of 1.5 to regrow came'],
    [regrowing, undefined, 'A training that regrows weights came without a mask'],
  ])('of %j is refused where that is no regrowing', async (maskSchedule, mask, message) => {
    const before = tf.memory().numTensors;
    await expect(run({ maskSchedule, ...(mask && { mask }) })).rejects.toThrow(message);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('a training that rewinds', () => {
  it('has a round before each pruning and one behind the last, each from the rewind step', () => {
    expect(rewindings(rewinding)).toEqual([3, 5]);
    expect(stepsOfRewinding(rewinding)).toBe(7);
    const rates = rewoundSchedule((step) => ({ learningRate: step, momentum: 0.9 }), rewinding);
    const steps = [0, 1, 2, 3, 4, 5, 6];
    expect(steps.map((step) => rates(step).learningRate)).toEqual([0, 1, 2, 1, 2, 1, 2]);
  });

  it('goes back to the weights of the rewind step, but for those that it prunes', async () => {
    // After the first round nothing is learned but the running statistics.
    const schedule = (step: number) => ({ learningRate: step < 3 ? 0.05 : 0, momentum: 0.9 });
    const early = await run({ epochs: 0.5, schedule });
    const { weights, mask } = await run({ epochs: 3.5, schedule, maskSchedule: rewinding });
    expect(sparsityOf(mask)).toBeCloseTo(0.6, 4);
    for (const [name, bits] of Object.entries(mask)) {
      const wanted = early.weights[name]!.dataSync().map((value, place) => value * bits[place]!);
      expect([name, weights[name]!.dataSync()]).toEqual([name, wanted]);
    }
    for (const held of [early.weights, weights]) disposeWeights(held);
  });

  it.each([
    [{ ...rewinding, rounds: 0 }, '0 rounds of pruning came'],
    [{ ...rewinding, sparsity: 1 }, 'Sparsity 1 is no share to remove'],
    [{ ...rewinding, rewindStep: 3 }, 'Rewinding to step 3 of a round of 3 came'],
  ])('%j is refused where that is no rewinding', async (maskSchedule, message) => {
    await expect(run({ maskSchedule })).rejects.toThrow(message);
  });
});

describe.each([
  ['regrows', { mask: sparse, maskSchedule: regrowing, epochs: 3 }],
  ['rewinds', { maskSchedule: rewinding, epochs: 3.5 }],
])('a training that %s', (_, options) => {
  it('goes on from any checkpoint to the same losses, weights and mask', async () => {
    const whole = await run(options);
    for (const steps of [1, 2, 3, 5]) {
      const { file } = await run(options, steps);
      const resume = decodeCheckpoint(file!, specs, {})!;
      const rest = await run({ ...options, resume });
      expect([...resume.losses, ...rest.losses]).toEqual(whole.losses);
      expect(rest.mask).toEqual(whole.mask);
      for (const [name, weight] of Object.entries(rest.weights))
        expect([name, weight.dataSync()]).toEqual([name, whole.weights[name]!.dataSync()]);
      disposeWeights(rest.weights);
    }
    disposeWeights(whole.weights);
  });

  it('holds its weights alone in the end, and nothing where it is stopped', async () => {
    const before = tf.memory().numTensors;
    const { weights } = await run(options);
    expect(tf.memory().numTensors).toBe(before + specs.length);
    disposeWeights(weights);
    await run(options, 4);
    expect(tf.memory().numTensors).toBe(before);
  });
});
