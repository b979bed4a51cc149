import * as tf from '@tensorflow/tfjs';
import { maxPool } from '../architectures/max-pool.ts';
import { findArchitecture } from '../architectures/registry.ts';
import { smoothGrad } from '../attribution/smooth-grad.ts';
import { findSmoothGradPreset } from '../attribution/smooth-grad-preset.ts';
import type { Tensors } from '../compiler/program.ts';
import { runOnce } from '../compiler/run-once.ts';
import { flattenTree } from '../compiler/tensor-tree.ts';
import { initializeWeights } from '../networks/initialize.ts';
import type { Weights } from '../networks/pass.ts';
import { logitsOf } from '../networks/predict.ts';
import { adamCorrection } from '../optvis/adam.ts';
import { fourierImage } from '../optvis/fourier-image.ts';
import { findPreset } from '../optvis/preset.ts';
import { renderStep } from '../optvis/render-step.ts';
import { selectionsOf } from '../optvis/selections.ts';
import { affineMaps, drawSources } from '../optvis/transforms.ts';
import { createRandom } from '../random/random.ts';
import { trainingStep } from '../training/training-step.ts';

/** Values by name, row by row. */
export type Values = Record<string, Float32Array>;

const architecture = findArchitecture('resnet8');
const [channels, classes, size] = [3, 4, 8];
const specs = architecture.tensors({ channels, classes });

const normals = (...shape: number[]): tf.Tensor => {
  const random = createRandom('tiny', ...shape);
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, random.normal), shape);
};
const images = (count: number): tf.Tensor4D => normals(count, size, size, channels) as tf.Tensor4D;
const oneHot = (...chosen: number[]): tf.Tensor2D =>
  tf.oneHot(tf.tensor1d(chosen, 'int32'), classes) as tf.Tensor2D;
const freshWeights = (): Weights => initializeWeights(specs, 1);

/** What the project computes, each once on the backend that was started, of tiny shapes. */
export const tinyFunctions: Readonly<Record<string, () => Promise<Values>>> = {
  logits: async () =>
    valuesOf(await runOnce(logitsOf, { architecture }, { weights: freshWeights(), images: images(2) })),

  'training step': async () => {
    const learned = specs.filter(({ role }) => role !== 'mean' && role !== 'variance');
    const prunable = specs.filter(({ prunable }) => prunable);
    const state = {
      weights: freshWeights(),
      velocities: Object.fromEntries(
        learned.map(({ name, shape }) => [name, tf.mul(normals(...shape), 0.01)]),
      ),
    };
    const masks = prunable.map(({ name, shape }) => [
      name,
      tf.cast(tf.greater(normals(...shape), 0), 'float32'),
    ]);
    const input = {
      images: images(4),
      labels: oneHot(0, 3, 1, 2),
      learningRate: tf.scalar(0.1),
      momentum: tf.scalar(0.9),
      weightDecay: tf.scalar(5e-4),
      masks: Object.fromEntries(masks) as Weights,
    };
    return valuesOf(await runOnce(trainingStep, { architecture }, { state, ...input }));
  },

  'visualization step': async () => {
    const layer = 'stage2.block0';
    const preset = { ...findPreset('quick'), size, padding: 2 };
    const data = { channels, mean: [0.5, 0.4, 0.4], std: [0.3, 0.2, 0.2] };
    const picture = fourierImage(size, channels);
    const spectrum = normals(...picture.shape(2)) as tf.Tensor3D;
    const padded = size + 2 * preset.padding;
    const sources = [0, 1].map((index) =>
      drawSources(preset.transforms, padded, createRandom('tiny', index)),
    );
    const input = {
      weights: [freshWeights()],
      spectrum,
      moments: { first: tf.zerosLike(spectrum), second: tf.zerosLike(spectrum) },
      selections: [
        selectionsOf(
          [3, 17].map((channel) => [{ layer, channel, weight: 1 }]),
          architecture,
          {},
        ),
      ],
      diversity: { [layer]: tf.scalar(0.1) },
      waves: picture.constants(),
      maps: affineMaps(sources),
      correction: adamCorrection(1),
    };
    return valuesOf(await runOnce(renderStep, { architecture, data, preset }, input));
  },

  SmoothGrad: async () => {
    const preset = findSmoothGradPreset('pair');
    const noise = normals(3, 2, size, size, channels) as tf.Tensor5D;
    const input = { weights: freshWeights(), images: images(2), classes: oneHot(1, 3), noise };
    return valuesOf(await runOnce(smoothGrad, { architecture, preset }, input));
  },

  'max pool over the edge': async () => valuesOf(await runOnce(poolWithGradient, {}, { x: images(2) })),
};

function poolWithGradient({ x }: { x: tf.Tensor4D }) {
  const pool = (x: tf.Tensor) => maxPool(x as tf.Tensor4D, 3, 2);
  const pooled = pool(x);
  return { pooled, gradient: tf.grad(pool)(x, normals(...pooled.shape)) };
}

async function valuesOf(outputs: Tensors): Promise<Values> {
  const values: Values = {};
  for (const [path, tensor] of flattenTree<tf.Tensor>(outputs)) values[path] = await tensor.data<'float32'>();
  return values;
}
