import type * as tf from '@tensorflow/tfjs';
import { binaryWith } from '../../graph/binary.ts';
import { broadcast } from '../../graph/broadcast.ts';
import { type Shape, sameShape } from '../../graph/shape.ts';
import type { KernelCall, Kernels } from './kernel.ts';
import { type Geometry, poolGeometry } from './windows.ts';

export const poolKernels: Kernels = {
  AvgPool: (call) => pool('avgPool', call),
  MaxPool: (call) => pool('maxPool', call),
  AvgPoolGrad({ graph, input, attributes }) {
    const [dy, { shape }] = [input('dy'), input('input')];
    const geometry = poolGeometry(shape, attributes<tf.AvgPoolAttrs>());
    if (isWholePicture(geometry, shape)) {
      const share = 1 / (shape[1]! * shape[2]!);
      return broadcast(graph, binaryWith(graph, 'mul', dy, share), shape);
    }
    return graph.create('avgPoolGradient', [dy], geometry.window, shape, 'float32');
  },
  MaxPoolGrad({ graph, input, attributes }) {
    const [dy, x] = [input('dy'), input('input')];
    const { window } = poolGeometry(x.shape, attributes<tf.MaxPoolAttrs>());
    return graph.create('maxPoolGradient', [dy, x], window, x.shape, 'float32');
  },
};

function pool(op: 'avgPool' | 'maxPool', { graph, input, attributes }: KernelCall) {
  const x = input('x');
  const { window, shape } = poolGeometry(x.shape, attributes<tf.MaxPoolAttrs>());
  const isOfSingleCells = window.kernel.every((size) => size === 1) && sameShape(x.shape, shape);
  return isOfSingleCells ? x : graph.create(op, [x], window, shape, 'float32');
}

const isWholePicture = ({ window }: Geometry, [, height, width]: Shape): boolean =>
  sameShape(window.kernel, [height!, width!]) && window.pads.every((size) => size === 0);
