import * as tf from '@tensorflow/tfjs';
import { afterAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { wideResNet } from '../architectures/wide-resnet.ts';
import { drawStripes, stripes } from '../datasets/stripes.fixture.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { predict } from '../networks/predict.ts';
import { findPreset } from '../optvis/preset.ts';
import { render } from '../optvis/render.ts';
import { antiRandomPair } from '../pruning/anti-random-pair.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { train } from '../training/train.ts';
import type { TrainingPlan } from '../training/training-plan.ts';
import { engineMemory, useThreads } from './compile.ts';

const architecture = findArchitecture('resnet8');
const specs = architecture.tensors(stripes);
const images = drawStripes(32, 'train');
const [mask] = antiRandomPair(specs, 1, 0);

afterAll(() => startRuntime('cpu'));

async function resultOf<Step, Result>(
  computation: AsyncGenerator<Step, Result>,
  onStep: (step: Step) => void = () => {},
): Promise<Result> {
  for (;;) {
    const { done, value } = await computation.next();
    if (done) return value;
    onStep(value);
  }
}

/** Losses of six masked steps, and the weights after them one after the other. */
async function trained(
  given: Pick<TrainingPlan, 'architecture' | 'specs' | 'mask' | 'dropoutRate'> = {
    architecture,
    specs,
    mask,
  },
): Promise<{ losses: number[]; values: number[] }> {
  const losses: number[] = [];
  const training = train({
    ...given,
    weights: initializeWeights(given.specs, 1),
    data: stripes,
    images,
    epochs: 3,
    batchSize: 16,
    schedule: () => ({ learningRate: 0.02, momentum: 0.9 }),
    weightDecay: 5e-4,
    seed: 1,
    stream: 'child-1',
  });
  const { weights } = await resultOf(training, ({ loss }) => losses.push(loss));
  const values = given.specs.flatMap(({ name }) => [...weights[name]!.dataSync()]);
  tf.dispose(weights);
  return { losses, values };
}

async function withWeights<T>(look: (weights: tf.NamedTensorMap) => Promise<T>): Promise<T> {
  const weights = initializeWeights(specs, 3);
  const result = await look(weights);
  tf.dispose(weights);
  return result;
}

const logits = () =>
  withWeights(async (weights) => [...(await resultOf(predict(architecture, weights, stripes, images)))]);

const preset = { ...findPreset('quick'), size: 16, steps: 5 };

const rendered = () =>
  withWeights(async (weights) => {
    const plan = {
      architecture,
      weights,
      data: stripes,
      // No gradient of theirs is as small as Adam's epsilon: rounding would decide how far such a one moves the picture.
      objectives: [3, 5].map((channel) => ({
        terms: [{ layer: 'stage2.block0', channel, weight: 1 }] as const,
      })),
      preset,
      seed: 1,
    };
    const renderings = await resultOf(render(plan));
    return {
      pixels: renderings.flatMap(({ pixels }) => [...pixels.data]),
      activations: renderings.map(({ activation }) => activation),
    };
  });

async function onBoth<T>(compute: () => Promise<T>, backend = 'wasm'): Promise<{ eager: T; compiled: T }> {
  await startRuntime(backend);
  const eager = await compute();
  await startRuntime('onnxruntime', { threads: 1 });
  const before = tf.memory().numTensors;
  const compiled = await compute();
  expect(tf.memory().numTensors).toBe(before);
  return { eager, compiled };
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  expect(a).toHaveLength(b.length);
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index]!)), 0);
}

describe('ONNX Runtime', () => {
  it('trains a masked network as eager tfjs does', async () => {
    const { eager, compiled } = await onBoth(() => trained());
    expect(largestDifference(compiled.losses, eager.losses)).toBeLessThan(1e-5);
    expect(largestDifference(compiled.values, eager.values)).toBeLessThan(1e-4);
    const pruned = (values: number[]) => values.filter((value) => value === 0).length;
    expect(pruned(compiled.values)).toBe(pruned(eager.values));
  });

  it('drops the units that eager tfjs drops', async () => {
    const architecture = wideResNet(10, 1);
    const plan = { architecture, specs: architecture.tensors(stripes), dropoutRate: 0.3 };
    const { eager, compiled } = await onBoth(() => trained(plan));
    expect(largestDifference(compiled.losses, eager.losses)).toBeLessThan(1e-5);
    expect(largestDifference(compiled.values, eager.values)).toBeLessThan(1e-4);
  });

  it('predicts as eager tfjs does', async () => {
    const { eager, compiled } = await onBoth(logits);
    expect(largestDifference(compiled, eager)).toBeLessThan(1e-5);
  });

  it('renders as eager tfjs does', async () => {
    const { eager, compiled } = await onBoth(rendered, 'cpu');
    expect(largestDifference(compiled.pixels, eager.pixels)).toBeLessThanOrEqual(1);
    const apart = compiled.pixels.filter((value, index) => value !== eager.pixels[index]).length;
    expect(apart / eager.pixels.length).toBeLessThan(0.01);
    expect(largestDifference(compiled.activations, eager.activations)).toBeLessThan(1e-6);
  });

  it('compiles nothing again for the same shapes', async () => {
    await startRuntime('onnxruntime', { threads: 1 });
    const first = await trained();
    const { graphs } = engineMemory();
    expect(await trained()).toEqual(first);
    expect(engineMemory().graphs).toBe(graphs);
  });

  it('gives the same values each time, and with other numbers of threads', async () => {
    await startRuntime('onnxruntime', { threads: 1 });
    const alone = [await trained(), await logits(), await rendered()];
    useThreads(2);
    expect([await trained(), await logits(), await rendered()]).toEqual(alone);
  });
});
