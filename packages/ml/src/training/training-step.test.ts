import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Architecture } from '../architectures/architecture.ts';
import { findArchitecture } from '../architectures/registry.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { lossAndGradients, type StepInput, type TrainingState, trainingStep } from './training-step.ts';

beforeEach(() => startRuntime('cpu'));

/** One weight w and one pixel x: logits (w·x, 0). */
const oneWeight: Architecture = {
  name: 'one-weight',
  description: 'A logit and a zero.',
  layers: [],
  tensors: () => [],
  // biome-ignore lint/correctness/useYield: it has no layers
  *forward(pass, images) {
    const logit = pass.linear(tf.reshape(images, [-1, 1]) as tf.Tensor2D, 'w');
    return tf.pad(logit, [
      [0, 0],
      [0, 1],
    ]);
  },
};

const input = (values: Partial<StepInput>): StepInput => ({
  images: tf.tensor4d([2], [1, 1, 1, 1]),
  labels: tf.tensor2d([[0, 1]]),
  learningRate: tf.scalar(0.1),
  momentum: tf.scalar(0.9),
  weightDecay: tf.scalar(0.01),
  masks: {},
  ...values,
});

const step = (state: TrainingState, values: Partial<StepInput> = {}) =>
  trainingStep({ state, ...input(values) }, { architecture: oneWeight });

const one = (value: number): tf.Tensor => tf.tensor2d([[value]]);
const unit = (tensor: tf.Tensor): tf.Tensor => tf.div(tensor, tf.sqrt(tf.sum(tf.square(tensor))));
const scalarOf = (tensor: tf.Tensor): number => tensor.dataSync()[0]!;

describe('a step of one weight', () => {
  const start = (weight: number): TrainingState => ({
    weights: { 'w.weight': one(weight), 'w.bias': tf.zeros([1]) },
    velocities: { 'w.weight': one(0) },
  });

  it("follows PyTorch's SGD with Nesterov momentum and weight decay", () => {
    let [weight, velocity] = [0.5, 0];
    let state = start(weight);
    for (let count = 0; count < 3; count++) {
      state = step(state).state;
      const gradient = 2 / (1 + Math.exp(-2 * weight)) + 0.01 * weight;
      velocity = 0.9 * velocity + gradient;
      weight -= 0.1 * (gradient + 0.9 * velocity);
      expect(scalarOf(state.weights['w.weight']!)).toBeCloseTo(weight, 6);
      expect(scalarOf(state.velocities['w.weight']!)).toBeCloseTo(velocity, 5);
    }
  });

  it('has the cross-entropy as its loss', () => {
    const { loss } = step(start(0.5));
    expect(scalarOf(loss)).toBeCloseTo(Math.log(1 + Math.exp(2 * 0.5)), 6);
  });

  it('leaves a pruned weight at zero, with momentum of its own or not', () => {
    const state = { ...start(0), velocities: { 'w.weight': one(3) } };
    const after = step(state, { masks: { 'w.weight': one(0) } });
    expect(Math.abs(scalarOf(after.state.weights['w.weight']!))).toBe(0);
  });
});

describe('the gradient of a whole network', () => {
  it('is that of finite differences, tensor by tensor', async () => {
    await startRuntime('wasm');
    const architecture = findArchitecture('resnet8');
    const specs = architecture.tensors({ channels: 2, classes: 3 });
    const random = createRandom('gradient');
    const normals = (shape: number[]) =>
      tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, random.normal), shape);
    const weights = initializeWeights(specs, 1);
    const learned = specs.filter(({ role }) => role !== 'mean' && role !== 'variance');
    const velocities = Object.fromEntries(learned.map(({ name, shape }) => [name, tf.zeros(shape)]));
    const batch = {
      images: normals([6, 6, 6, 2]) as tf.Tensor4D,
      labels: tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2], 'int32'), 3) as tf.Tensor2D,
    };
    const lossAt = (name: string, weight: tf.Tensor): number =>
      tf.tidy(() => {
        const state = { weights: { ...weights, [name]: weight }, velocities: { [name]: velocities[name]! } };
        return scalarOf(lossAndGradients(architecture, state, batch, new Map()).loss);
      });
    const { gradients } = lossAndGradients(architecture, { weights, velocities }, batch, new Map());
    expect(Object.keys(gradients)).toEqual(learned.map(({ name }) => name));
    for (const { name, shape } of learned) {
      const gradient = gradients[name]!;
      const direction = tf.add(unit(gradient), unit(normals(shape)));
      const step = tf.mul(direction, 1e-3);
      const weight = weights[name]!;
      const slope = (lossAt(name, tf.add(weight, step)) - lossAt(name, tf.sub(weight, step))) / 2e-3;
      const wanted = scalarOf(tf.sum(tf.mul(gradient, direction)));
      expect([name, slope / wanted]).toEqual([name, expect.closeTo(1, 1.3)]);
    }
  });
});
