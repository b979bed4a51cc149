import type * as tf from '@tensorflow/tfjs';
import { constant } from '../../graph/constant.ts';
import type { DType } from '../../graph/node.ts';
import { splat } from '../../graph/splat.ts';
import type { Kernels } from './kernel.ts';

/** Kernels whose values don't depend on any tensor's. */
export const creationKernels: Kernels = {
  Fill({ graph, attributes }) {
    const { shape, value, dtype } = attributes<tf.FillAttrs>();
    return splat(graph, value as number, shape, dtype as DType);
  },
  ZerosLike: ({ graph, input }) => splat(graph, 0, input('x').shape, input('x').dtype),
  OnesLike: ({ graph, input }) => splat(graph, 1, input('x').shape, input('x').dtype),
  LinSpace({ graph, attributes }) {
    const { start, stop, num } = attributes<tf.LinSpaceAttrs>();
    const step = num > 1 ? (stop - start) / (num - 1) : 0;
    const values = Float32Array.from({ length: num }, (_, index) => start + index * step);
    return constant(graph, 'linspace', values, [num], 'float32');
  },
  Range({ graph, attributes }) {
    const { start, stop, step, dtype } = attributes<tf.RangeAttrs>();
    const length = Math.max(Math.ceil((stop - start) / step), 0);
    const at = (_: unknown, index: number) => start + index * step;
    const values = dtype === 'int32' ? Int32Array.from({ length }, at) : Float32Array.from({ length }, at);
    return constant(graph, 'range', values, [length], dtype);
  },
};
