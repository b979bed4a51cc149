import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Architecture, TensorSpec } from '../../architectures/architecture.ts';
import { findArchitecture } from '../../architectures/registry.ts';
import { wideResNet } from '../../architectures/wide-resnet.ts';
import { computeLogits } from '../../networks/compute-logits.ts';
import { inferencePass } from '../../networks/inference-pass.ts';
import { initializeWeights } from '../../networks/initialize.ts';
import { adamCorrection } from '../../optvis/adam.ts';
import { fourierImage } from '../../optvis/fourier-image.ts';
import { findPreset } from '../../optvis/preset.ts';
import { renderStep } from '../../optvis/render-step.ts';
import { selectionsOf } from '../../optvis/selections.ts';
import { affineMaps, drawSources } from '../../optvis/transforms.ts';
import { createRandom } from '../../random/random.ts';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { drawDropoutMasks } from '../../training/dropout-masks.ts';
import { trainingStep } from '../../training/training-step.ts';
import { reachableNodes } from '../graph/reachable-nodes.ts';
import { expectTraced } from './expect-traced.fixture.ts';
import { drawNormals } from './random-tensors.fixture.ts';
import { trace } from './trace.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('our-functions');
const named = (specs: TensorSpec[], tensorOf: (spec: TensorSpec) => tf.Tensor): tf.NamedTensorMap =>
  Object.fromEntries(specs.map((spec) => [spec.name, tensorOf(spec)]));

function trainingOf(architecture: Architecture, batch: number, size: number) {
  const specs = architecture.tensors({ channels: 3, classes: 10 });
  const learned = specs.filter(({ role }) => role !== 'mean' && role !== 'variance');
  const half = ({ shape }: TensorSpec) => tf.cast(tf.greater(normals(...shape), 0), 'float32');
  const inputs = {
    state: {
      weights: initializeWeights(specs, 1),
      velocities: named(learned, ({ shape }) => normals(...shape)),
    },
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
  const step = (input: typeof inputs) => trainingStep(input, { architecture });
  return { step, inputs };
}

describe('a training step with masks', () => {
  it('is traced whole: loss, weights, statistics and velocities', () => {
    const { step, inputs } = trainingOf(findArchitecture('resnet8'), 4, 8);
    expectTraced(step, inputs);
  });

  it('is traced with what is dropped in it', () => {
    const architecture = wideResNet(10, 1);
    const { step, inputs } = trainingOf(architecture, 4, 8);
    const dropouts = architecture.dropouts!({ height: 8, width: 8 });
    const draw = { rate: 0.3, batchSize: 4, seed: 1, stream: 'parent', step: 0 };
    expectTraced(step, { ...inputs, dropoutMasks: drawDropoutMasks(dropouts, draw) });
  });

  it('of ResNet-20 is of a size that a graph compiler is quick with, and holds no large constant', () => {
    const { step, inputs } = trainingOf(findArchitecture('resnet20'), 2, 8);
    const nodes = reachableNodes(trace(step, inputs));
    expect(nodes.filter(({ op }) => op !== 'input').length).toBeLessThan(2000);
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
    const preset = { ...findPreset('quick'), size: 8, padding: 2 };
    const data = { channels: 3, mean: [0.5, 0.4, 0.3], std: [0.2, 0.3, 0.4] };
    const parametrization = fourierImage(preset.size, data.channels);
    const padded = preset.size + 2 * preset.padding;
    const streams = [createRandom(1), createRandom(2)];
    const sources = streams.map((random) => drawSources(preset.transforms, padded, random));
    const shape = parametrization.shape(streams.length);
    const constants = {
      weights: [1, 2].map((seed) =>
        initializeWeights(architecture.tensors({ channels: 3, classes: 3 }), seed),
      ),
      waves: parametrization.constants(),
      selections: [1, -1].map((weight) =>
        selectionsOf(
          [3, 7].map((channel) => [
            { layer: 'stage1.block0', channel, weight },
            { layer: 'stage3.block0', channel, weight, at: {} },
          ]),
          architecture,
          { 'stage1.block0': { height: 12, width: 12 }, 'stage3.block0': { height: 3, width: 3 } },
        ),
      ),
      diversity: { 'stage2.block0': tf.scalar(2) },
    };
    const inputs = {
      ...constants,
      spectrum: normals<tf.Rank.R3>(...shape),
      moments: { first: normals(...shape), second: tf.abs(normals(...shape)) },
      maps: affineMaps(sources),
      correction: adamCorrection(3),
    };
    const step = (input: typeof inputs) => renderStep(input, { architecture, data, preset });
    expectTraced(step, inputs, { constants });
  });
});
