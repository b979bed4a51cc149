import type * as tf from '@tensorflow/tfjs';
import { binary, binaryWith } from '../../graph/binary.ts';
import { unary } from '../../graph/unary.ts';
import type { Kernels } from './kernel.ts';

/** Kernels that set values in relation to their neighbours'. */
export const normalizationKernels: Kernels = {
  Softmax({ graph, input }) {
    const logits = input('logits');
    return graph.create('softmax', [logits], {}, logits.shape, logits.dtype);
  },
  LRN({ graph, input, attributes }) {
    const x = input('x');
    return graph.create('lrn', [x], lrnOf(attributes()), x.shape, 'float32');
  },
  LRNGrad({ graph, input, attributes }) {
    const [x, y, dy] = [input('x'), input('y'), input('dy')];
    return graph.create('lrnGradient', [x, y, dy], lrnOf(attributes()), x.shape, 'float32');
  },
  /** offset + (x − mean) · scale / √(variance + ε) */
  FusedBatchNorm({ graph, input, optional, attributes }) {
    const { varianceEpsilon } = attributes<tf.FusedBatchNormAttrs>();
    const inverse = unary(graph, 'rsqrt', binaryWith(graph, 'add', input('variance'), varianceEpsilon));
    const [scale, offset] = [optional('scale'), optional('offset')];
    const centred = binary(graph, 'sub', input('x'), input('mean'));
    const factor = scale ? binary(graph, 'mul', scale, inverse) : inverse;
    const scaled = binary(graph, 'mul', centred, factor);
    return offset ? binary(graph, 'add', scaled, offset) : scaled;
  },
};

const lrnOf = ({ depthRadius, bias, alpha, beta }: tf.LRNAttrs) => ({
  radius: depthRadius,
  bias,
  alpha,
  beta,
});
