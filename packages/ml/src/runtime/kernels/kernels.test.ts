import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../../architectures/registry.ts';
import { initializeWeights } from '../../networks/initialize.ts';
import { createRandom } from '../../random/random.ts';
import { trainingStep } from '../../training/training-step.ts';
import { startRuntime } from '../start-runtime.ts';

/** tfjs's own kernel of the plain backend, before it is replaced. */
const plainFilterGradient = tf.getKernel('Conv2DBackpropFilter', 'cpu').kernelFunc;

/** The plain backend stays as tfjs has it, to compare with. */
beforeAll(() => startRuntime('wasm'));
afterAll(() => tf.setBackend('cpu'));

const random = createRandom('wasm-kernels');
const normals = (...shape: number[]): (() => tf.Tensor) => {
  const values = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, random.normal);
  return () => tf.tensor(values, shape);
};

/** The largest difference between what both backends compute, as a share of the largest value, by tensor. */
async function largestDifferences(compute: () => tf.Tensor[]): Promise<number[]> {
  await tf.setBackend('cpu');
  const wanted = tf.tidy(compute).map((tensor) => tensor.dataSync<'float32'>());
  await tf.setBackend('wasm');
  const came = tf.tidy(compute).map((tensor) => tensor.dataSync<'float32'>());
  return wanted.map((values, index) => {
    const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-3);
    expect(came[index]).toHaveLength(values.length);
    return values.reduce((max, value, at) => Math.max(max, Math.abs(value - came[index]![at]!)), 0) / largest;
  });
}

const sizes: [height: number, width: number][] = [
  [8, 8],
  [9, 7],
];
const cases = [1, 3, 5, 7].flatMap((filter) =>
  [1, 2].flatMap((stride) =>
    ([0, 'same', filter >> 1] as const).flatMap((pad) =>
      sizes.map(([height, width]) => ({ filter, stride, pad, height, width })),
    ),
  ),
);

describe('the gradient of a max pool on WASM', () => {
  const edges: [number, number][] = [
    [0, 0],
    [0, 1],
    [1, 2],
    [0, 0],
  ];
  it.each(['valid', 'same', 1, edges] as const)(
    'with pad %j is that of the cpu, picture by picture',
    async (pad) => {
      const x = normals(3, 8, 7, 2);
      const pool = (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, 3, 2, pad as 'same');
      const gradient = () => [tf.grad((x) => tf.sum(tf.square(pool(x))))(x())];
      expect(await largestDifferences(gradient)).toEqual([expect.closeTo(0, 6)]);
    },
  );
});

describe('the gradients of a convolution on WASM', () => {
  it.each(cases)(
    'with a filter of $filter, stride $stride and pad $pad over $height×$width pixels are those of the cpu',
    async ({ filter, stride, pad, height, width }) => {
      const [x, w] = [normals(3, height, width, 2), normals(filter, filter, 2, 3)];
      const y = tf.backend_util.computeConv2DInfo(
        [3, height, width, 2],
        [filter, filter, 2, 3],
        stride,
        1,
        pad,
      );
      const dy = normals(...y.outShape);
      const convolve = (x: tf.Tensor, w: tf.Tensor) =>
        tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad);
      const errors = await largestDifferences(() => tf.grads(convolve)([x(), w()], dy()));
      expect(Math.max(...errors)).toBeLessThan(1e-5);
    },
  );

  it('of another height than width, with another stride, are those of the cpu', async () => {
    const [x, w, dy] = [normals(2, 11, 6, 3), normals(5, 3, 3, 2), normals(2, 4, 6, 2)];
    const convolve = (x: tf.Tensor, w: tf.Tensor) =>
      tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, [3, 1], 'same');
    const errors = await largestDifferences(() => tf.grads(convolve)([x(), w()], dy()));
    expect(Math.max(...errors)).toBeLessThan(1e-5);
  });
});

describe('the sum over segments on WASM', () => {
  it('adds rows up by their segment, and leaves a segment without rows at zero', async () => {
    const rows = normals(6, 2, 3);
    const segments = [2, 0, 2, 3, 0, 2];
    const sum = () => [tf.unsortedSegmentSum(rows(), tf.tensor1d(segments, 'int32'), 5)];
    expect(Math.max(...(await largestDifferences(sum)))).toBeLessThan(1e-6);
    expect([...sum()[0]!.dataSync()].slice(6, 12)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is the gradient of a gather', async () => {
    const [table, dy] = [normals(4, 3), normals(5, 3)];
    const gather = (table: tf.Tensor) => tf.gather(table, tf.tensor1d([3, 0, 3, 1, 0], 'int32'));
    const errors = await largestDifferences(() => [tf.grad(gather)(table(), dy())]);
    expect(Math.max(...errors)).toBeLessThan(1e-6);
  });
});

describe('a training step on WASM', () => {
  it('is that of the cpu: loss, weights, statistics and momentum', async () => {
    const architecture = findArchitecture('resnet8');
    const specs = architecture.tensors({ channels: 1, classes: 3 });
    const images = normals(4, 9, 9, 1);
    const errors = await largestDifferences(() => {
      const weights = initializeWeights(specs, 1);
      const learned = specs.filter(({ role }) => role !== 'mean' && role !== 'variance');
      const velocities = Object.fromEntries(learned.map(({ name, shape }) => [name, tf.zeros(shape)]));
      const input = {
        images: images() as tf.Tensor4D,
        labels: tf.oneHot(tf.tensor1d([0, 1, 2, 1], 'int32'), 3) as tf.Tensor2D,
        learningRate: tf.scalar(0.1),
        momentum: tf.scalar(0.9),
        weightDecay: tf.scalar(5e-4),
        masks: {},
      };
      const step = trainingStep({ state: { weights, velocities }, ...input }, { architecture });
      return [step.loss, ...Object.values(step.state.weights), ...Object.values(step.state.velocities)];
    });
    expect(errors).toHaveLength(
      1 + specs.length + specs.filter(({ role }) => !/mean|variance/.test(role)).length,
    );
    expect(Math.max(...errors)).toBeLessThan(1e-5);
  });
});

/** Last, because the plain backend is then no longer as tfjs has it. */
describe('the gradient of a filter on the cpu', () => {
  beforeAll(() => startRuntime('cpu'));

  it.each(cases)(
    'of $filter, stride $stride and pad $pad over $height×$width pixels is that of the kernel it replaces',
    ({ filter, stride, pad, height, width }) => {
      const [x, w] = [normals(3, height, width, 2)(), normals(filter, filter, 2, 3)()];
      const convolve = (w: tf.Tensor) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad);
      const dy = normals(...convolve(w).shape)();
      const attrs = { strides: [stride, stride], pad, dataFormat: 'NHWC', filterShape: w.shape };
      const wanted = plainFilterGradient({
        inputs: { x, dy },
        backend: tf.backend(),
        attrs,
      }) as tf.TensorInfo;
      const came = tf.grad(convolve)(w, dy);
      const apart = tf.sub(came, tf.engine().makeTensorFromTensorInfo(wanted));
      expect(tf.max(tf.abs(apart)).dataSync()[0]).toBeLessThan(1e-4);
    },
  );
});
