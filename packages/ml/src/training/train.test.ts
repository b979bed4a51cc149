import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { wideResNet } from '../architectures/wide-resnet.ts';
import { drawStripes, stripes } from '../datasets/stripes.fixture.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { disposeWeights } from '../networks/pass.ts';
import { predict } from '../networks/predict.ts';
import { antiRandomPair } from '../pruning/anti-random-pair.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { decodeCheckpoint } from './checkpoint.ts';
import { type Trained, type TrainingProgress, train } from './train.ts';
import { stepsOf, type TrainingPlan } from './training-plan.ts';

beforeAll(() => startRuntime('wasm'));

const architecture = findArchitecture('resnet8');
const specs = architecture.tensors(stripes);
const images = drawStripes(20, 'train');

const plan = (values: Partial<TrainingPlan> = {}): TrainingPlan => ({
  architecture,
  specs,
  weights: values.weights ?? initializeWeights(values.specs ?? specs, 1),
  data: stripes,
  images,
  epochs: 2,
  batchSize: 8,
  schedule: () => ({ learningRate: 0.05, momentum: 0.9 }),
  weightDecay: 5e-4,
  seed: 1,
  stream: 'parent',
  ...values,
});

async function run(training: ReturnType<typeof train>): Promise<Trained & { losses: number[] }> {
  const losses: number[] = [];
  for (;;) {
    const { done, value } = await training.next();
    if (done) return { losses, ...value };
    losses.push(value.loss);
  }
}

const lossesOf = async (values: Partial<TrainingPlan>): Promise<number[]> => {
  const { losses, weights } = await run(train(plan(values)));
  disposeWeights(weights);
  return losses;
};

describe('a training', () => {
  it('takes whole batches only, as many steps as it says', async () => {
    expect(await lossesOf({})).toHaveLength(4);
    expect(stepsOf(20, 8, 2)).toBe(4);
  });

  it('that is resumed from a checkpoint goes on to the same losses and weights', async () => {
    const options = { augmentation: 'crop', epochs: 3 } as const;
    const whole = await run(train(plan(options)));
    for (const steps of [1, 2, 3]) {
      const first = train(plan(options));
      let progress = await first.next();
      while ((progress.value as TrainingProgress).step < steps) progress = await first.next();
      const file = await (progress.value as TrainingProgress).checkpoint({}, 1);
      await first.return(undefined as never);
      const resume = decodeCheckpoint(file, specs, {})!;
      const rest = await run(train(plan({ ...options, resume })));
      expect([...resume.losses, ...rest.losses]).toEqual(whole.losses);
      for (const [name, weight] of Object.entries(rest.weights))
        expect([name, [...weight.dataSync()]]).toEqual([name, [...whole.weights[name]!.dataSync()]]);
      disposeWeights(rest.weights);
    }
    disposeWeights(whole.weights);
  });

  it('learns to tell the classes apart', async () => {
    const { weights } = await run(train(plan({ epochs: 8 })));
    const test = drawStripes(16, 'test');
    const logits = await run1(predict(architecture, weights, stripes, test));
    const right = Array.from(test.labels).filter(
      (label, image) => Number(logits[2 * image + 1]! > logits[2 * image]!) === label,
    );
    expect(right).toHaveLength(16);
    disposeWeights(weights);
  });

  it('has the same losses for the same seed and stream, and others for another', async () => {
    const losses = await lossesOf({});
    expect(await lossesOf({})).toEqual(losses);
    expect(await lossesOf({ seed: 2 })).not.toEqual(losses);
    expect(await lossesOf({ stream: 'child-1' })).not.toEqual(losses);
    const augmented = await lossesOf({ augmentation: 'crop' });
    expect(augmented).not.toEqual(losses);
    expect(await lossesOf({ augmentation: 'crop' })).toEqual(augmented);
  });

  it('holds pruned weights at exactly zero, and learns the others', async () => {
    const [mask] = antiRandomPair(specs, 1, 0);
    const before = Object.fromEntries(
      Object.entries(initializeWeights(specs, 1)).map(([name, weight]) => [name, weight.dataSync()]),
    );
    const { weights } = await run(train(plan({ mask })));
    for (const [name, kept] of Object.entries(mask)) {
      const values = weights[name]!.dataSync();
      expect(values.some((value, index) => kept[index] === 0 && value !== 0)).toBe(false);
      const moved = values.filter((value, index) => kept[index] === 1 && value !== before[name]![index]);
      expect(moved.length).toBeGreaterThan(0.9 * kept.reduce((sum, bit) => sum + bit, 0));
    }
    disposeWeights(weights);
  });

  it('drops units of a network that has dropouts, the same for the same seed', async () => {
    const wrn = wideResNet(10, 1);
    const specs = wrn.tensors(stripes);
    const dropping = (values: Partial<TrainingPlan> = {}) =>
      lossesOf({ architecture: wrn, specs, ...values });
    const losses = await dropping({ dropoutRate: 0.3 });
    expect(await dropping({ dropoutRate: 0.3 })).toEqual(losses);
    const without = await dropping();
    expect(await dropping({ dropoutRate: 0 })).toEqual(without);
    expect(losses[0]).not.toBe(without[0]);
  });

  it.each([
    ['convnet', 0.3, 'A dropout rate of 0.3 came; convnet has no dropout: give 0.'],
    ['resnet8', 1, 'A dropout rate of 1 came; it is a share of units, from 0 to below 1.'],
  ])('of a %s with a dropout rate of %d is refused', async (name, dropoutRate, message) => {
    const before = tf.memory().numTensors;
    const architecture = findArchitecture(name);
    const specs = architecture.tensors(stripes);
    await expect(run(train(plan({ architecture, specs, dropoutRate })))).rejects.toThrow(message);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('stops where the loss is no number, with the step and the rate', async () => {
    const schedule = (step: number) => ({ learningRate: step === 1 ? 1e30 : 0.01, momentum: 0.9 });
    await expect(run(train(plan({ schedule })))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'The loss became NaN at step 3, learning rate 0.01: try a smaller rate.',
    });
  });

  it.each([
    [21, 'A batch of 21 is larger than the 20 training images.'],
    [0, 'A batch of 0 images came; it must be a whole number of 1 or more.'],
    [2.5, 'A batch of 2.5 images came'],
  ])('with batches of %d is refused', async (batchSize, message) => {
    await expect(run(train(plan({ batchSize })))).rejects.toThrow(message);
  });
});

/** What a generator returns in the end. */
async function run1<T>(generator: AsyncGenerator<unknown, T>): Promise<T> {
  for (;;) {
    const { done, value } = await generator.next();
    if (done) return value as T;
  }
}

describe('memory', () => {
  const [mask] = antiRandomPair(specs, 1, 0);

  it('holds the weights alone after a training', async () => {
    const before = tf.memory().numTensors;
    const { weights } = await run(train(plan({ mask })));
    expect(tf.memory().numTensors).toBe(before + specs.length);
    disposeWeights(weights);
  });

  it('holds nothing of a training that was stopped or refused', async () => {
    const before = tf.memory().numTensors;
    const training = train(plan({ mask }));
    await training.next();
    await training.return(undefined as never);
    expect(tf.memory().numTensors).toBe(before);
    await expect(run(train(plan({ mask, batchSize: 21 })))).rejects.toThrow();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('holds nothing of a prediction, finished or stopped', async () => {
    const weights = initializeWeights(specs, 1);
    const before = tf.memory().numTensors;
    await run1(predict(architecture, weights, stripes, images));
    const stopped = predict(architecture, weights, stripes, images);
    await stopped.next();
    await stopped.return(new Float32Array());
    expect(tf.memory().numTensors).toBe(before);
    disposeWeights(weights);
  });
});
