import type * as tf from '@tensorflow/tfjs';
import { binary } from '../../graph/binary.ts';
import type { Node } from '../../graph/node.ts';
import { broadcastShape } from '../../graph/shape.ts';
import { activate } from './activations.ts';
import type { KernelCall, Kernels } from './kernel.ts';

export const matrixProductKernels: Kernels = {
  BatchMatMul: multiply,
  _FusedMatMul(call) {
    const { graph, optional, attributes } = call;
    const bias = optional('bias');
    const product = multiply(call);
    const biased = bias ? binary(graph, 'add', product, bias) : product;
    return activate(graph, biased, attributes<tf._FusedMatMulAttrs>(), optional('preluActivationWeights'));
  },
};

function multiply({ graph, input, attributes }: KernelCall): Node {
  const [a, b] = [input('a'), input('b')];
  const { transposeA, transposeB } = attributes<tf.BatchMatMulAttrs>();
  const rows = a.shape.at(transposeA ? -1 : -2)!;
  const columns = b.shape.at(transposeB ? -2 : -1)!;
  const batch = broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  return graph.create('matMul', [a, b], { transposeA, transposeB }, [...batch, rows, columns], 'float32');
}
