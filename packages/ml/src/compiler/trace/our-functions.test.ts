import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TensorSpec } from '../../architectures/architecture.ts';
import { findArchitecture } from '../../architectures/registry.ts';
import { computeActivation } from '../../networks/compute-activation.ts';
import { computeLogits } from '../../networks/compute-logits.ts';
import { inferencePass } from '../../networks/inference-pass.ts';
import { initializeWeights } from '../../networks/initialize.ts';
import { adamCorrection, adamStep } from '../../optvis/adam.ts';
import { channelActivations, channelSelection } from '../../optvis/channel-objective.ts';
import { fourierBasis, inverseRealDft } from '../../optvis/fourier-basis.ts';
import { drawSources, resample, resampling } from '../../optvis/transforms.ts';
import { createRandom } from '../../random/random.ts';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { trainingStep } from '../../training/training-step.ts';
import { reachableNodes } from '../graph/reachable-nodes.ts';
import { expectTraced } from './expect-traced.fixture.ts';
import { drawNormals } from './random-tensors.fixture.ts';
import { trace } from './trace.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('our-functions');
const named = (specs: TensorSpec[], tensorOf: (spec: TensorSpec) => tf.Tensor): tf.NamedTensorMap =>
  Object.fromEntries(specs.map((spec) => [spec.name, tensorOf(spec)]));

function trainingOf(name: string, batch: number, size: number) {
  const architecture = findArchitecture(name);
  const specs = architecture.tensors({ channels: 3, classes: 10 });
  const learned = specs.filter(({ role }) => role !== 'mean' && role !== 'variance');
  const half = ({ shape }: TensorSpec) => tf.cast(tf.greater(normals(...shape), 0), 'float32');
  const inputs = {
    weights: initializeWeights(specs, 1),
    velocities: named(learned, ({ shape }) => normals(...shape)),
    masks: named(
      specs.filter(({ prunable }) => prunable),
      half,
    ),
    images: normals<tf.Rank.R4>(batch, size, size, 3),
    labels: tf.cast(tf.oneHot(tf.range(0, batch, 1, 'int32'), 10), 'float32') as tf.Tensor2D,
    learningRate: tf.scalar(0.1),
    momentum: tf.scalar(0.9),
    weightDecay: tf.scalar(5e-4),
  };
  const step = ({ weights, velocities, ...input }: typeof inputs) =>
    trainingStep({ state: { weights, velocities }, ...input }, { architecture });
  return { step, inputs };
}

describe('a training step with masks', () => {
  it('is traced whole: loss, weights, statistics and velocities', () => {
    const { step, inputs } = trainingOf('resnet8', 4, 8);
    expectTraced(step, inputs);
  });

  it('of ResNet-20 is of a size that a graph compiler is quick with, and holds no large constant', () => {
    const { step, inputs } = trainingOf('resnet20', 2, 8);
    const nodes = reachableNodes(trace(step, inputs));
    expect(nodes.filter(({ op }) => op !== 'input').length).toBeLessThan(1500);
    const constants = nodes.filter((node) => node.op === 'constant');
    expect(constants.map(({ shape }) => shape)).toEqual([
      [16, 16],
      [32, 32],
    ]);
  });
});

describe('logits', () => {
  it('are traced with a network’s tensors as constants', () => {
    const architecture = findArchitecture('resnet8');
    const weights = initializeWeights(architecture.tensors({ channels: 1, classes: 3 }), 1);
    const logits = ({ weights, images }: { weights: tf.NamedTensorMap; images: tf.Tensor4D }) => ({
      logits: computeLogits(architecture, inferencePass(weights), images),
    });
    const inputs = { weights, images: normals<tf.Rank.R4>(2, 8, 8, 1) };
    expectTraced(logits, inputs, { constants: { weights } });
  });
});

describe('a step of a visualization', () => {
  it('is traced whole: picture, transforms, objective and Adam', () => {
    const architecture = findArchitecture('resnet8');
    const size = 8;
    const [first, second] = [createRandom(1), createRandom(2)];
    const transforms = [
      { kind: 'jitter' as const, pixels: 2 },
      { kind: 'rotate' as const, degrees: [7] },
    ];
    const { neighbours, shares } = resampling(
      [first, second].map((random) => drawSources(transforms, size, random)),
      size,
    );
    const spectrum = normals<tf.Rank.R3>(6, 2 * size, size / 2 + 1);
    const inputs = {
      weights: initializeWeights(architecture.tensors({ channels: 3, classes: 3 }), 1),
      basis: { ...fourierBasis(size) },
      selection: channelSelection([3, 7], 16),
      neighbours: tf.tensor1d(neighbours, 'int32'),
      shares: tf.tensor1d(shares),
      spectrum,
      moments: { first: tf.zerosLike(spectrum), second: tf.zerosLike(spectrum) },
      correction: adamCorrection(3),
    };
    const step = (inputs_: typeof inputs) => {
      const { weights, basis, selection, neighbours, shares, spectrum, moments, correction } = inputs_;
      const lossOf = (spectrum: tf.Tensor) => {
        const planes = tf.reshape(inverseRealDft(spectrum as tf.Tensor3D, basis), [2, 3, size, size]);
        const images = tf.sigmoid(tf.transpose(planes, [0, 2, 3, 1])) as tf.Tensor4D;
        const transformed = resample(images, neighbours, shares);
        const activation = computeActivation(
          architecture,
          inferencePass(weights),
          transformed,
          'stage1.block0',
        );
        return tf.neg(tf.sum(channelActivations(activation, selection)));
      };
      const gradient = tf.grad(lossOf)(spectrum) as tf.Tensor3D;
      return { gradient, ...adamStep(spectrum, gradient, moments, 0.05, correction) };
    };
    const { weights, basis, selection } = inputs;
    expectTraced(step, inputs, { constants: { weights, basis, selection } });
  });
});
