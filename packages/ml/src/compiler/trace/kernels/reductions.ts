import type * as tf from '@tensorflow/tfjs';
import { cast } from '../../graph/cast.ts';
import { extreme, mean, sum } from '../../graph/reduce.ts';
import type { Kernels } from './kernel.ts';
import { parseAxes } from './parse-axes.ts';

export const reductionKernels: Kernels = {
  Sum({ graph, input, attributes }) {
    const { axis, keepDims } = attributes<tf.SumAttrs>();
    const x = input('x');
    const counted = x.dtype === 'bool' ? cast(graph, x, 'int32') : x;
    return sum(graph, counted, parseAxes(axis, x.shape), keepDims);
  },
  Mean({ graph, input, attributes }) {
    const { axis, keepDims } = attributes<tf.MeanAttrs>();
    return mean(graph, input('x'), parseAxes(axis, input('x').shape), keepDims);
  },
  Max({ graph, input, attributes }) {
    const { reductionIndices, keepDims } = attributes<tf.MaxAttrs>();
    return extreme(graph, 'reduceMax', input('x'), parseAxes(reductionIndices, input('x').shape), keepDims);
  },
  Min({ graph, input, attributes }) {
    const { axis, keepDims } = attributes<tf.MinAttrs>();
    return extreme(graph, 'reduceMin', input('x'), parseAxes(axis, input('x').shape), keepDims);
  },
};
