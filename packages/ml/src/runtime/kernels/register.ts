import * as tf from '@tensorflow/tfjs';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './conv2d-backprop-input.ts';
import { maxPoolGrad } from './max-pool-grad.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';

/** Replaces the one gradient that takes the plain backend twenty times as long as its convolutions and more. */
export function registerCpuKernels(): void {
  tf.unregisterKernel('Conv2DBackpropFilter', 'cpu');
  registerFilterGradient('cpu');
}

/** Supplies the gradient kernels that the WASM backend lacks, and replaces those that it computes in a scalar loop or wrongly. */
export function registerWasmKernels(): void {
  registerFilterGradient('wasm');
  tf.unregisterKernel('Conv2DBackpropInput', 'wasm');
  register('wasm', 'Conv2DBackpropInput', (inputs, attrs) => {
    const { dy, filter } = inputs as { dy: tf.Tensor4D; filter: tf.Tensor4D };
    return tf.tidy(() =>
      conv2dBackpropInput(dy, filter, convolutionOf(attrs.inputShape as Shape4, filter.shape, attrs)),
    );
  });
  tf.unregisterKernel('MaxPoolGrad', 'wasm');
  register('wasm', 'MaxPoolGrad', ({ input, dy }, attrs) => {
    const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as PoolAttributes;
    const shape = input!.shape as Shape4;
    const pool = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
    const [x, upstream] = [input!, dy!].map(({ dataId }) => tf.backend().readSync(dataId) as Float32Array);
    return tf.tensor(maxPoolGrad(x!, upstream!, pool), shape);
  });
  register('wasm', 'UnsortedSegmentSum', (inputs, attrs) => {
    const { x, segmentIds } = inputs as { x: tf.Tensor; segmentIds: tf.Tensor1D };
    const width = x.size / segmentIds.size;
    const segments = attrs.numSegments as number;
    const values = tf.backend().readSync(x.dataId) as Float32Array;
    const segmentOf = tf.backend().readSync(segmentIds.dataId) as Int32Array;
    return tf.tensor(unsortedSegmentSum(values, segmentOf, width, segments), [segments, ...x.shape.slice(1)]);
  });
}

function registerFilterGradient(backendName: string): void {
  register(backendName, 'Conv2DBackpropFilter', (inputs, attrs) => {
    const { x, dy } = inputs as { x: tf.Tensor4D; dy: tf.Tensor4D };
    return tf.tidy(() =>
      conv2dBackpropFilter(x, dy, convolutionOf(x.shape, attrs.filterShape as Shape4, attrs)),
    );
  });
}

interface PoolAttributes {
  filterSize: [number, number];
  strides: [number, number];
  pad: 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

type Shape4 = [number, number, number, number];

function register(
  backendName: string,
  kernelName: string,
  compute: (inputs: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap) => tf.TensorInfo,
): void {
  tf.registerKernel({
    kernelName,
    backendName,
    kernelFunc: ({ inputs, attrs = {} }) => compute(inputs, attrs),
  });
}

function convolutionOf(input: Shape4, filter: Shape4, attrs: tf.NamedAttrMap) {
  const { strides, pad, dimRoundingMode } = attrs as {
    strides: [number, number];
    pad: 'same' | 'valid' | number;
    dimRoundingMode?: 'floor' | 'round' | 'ceil';
  };
  return tf.backend_util.computeConv2DInfo(input, filter, strides, 1, pad, dimRoundingMode);
}
