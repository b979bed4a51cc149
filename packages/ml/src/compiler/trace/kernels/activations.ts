import type * as tf from '@tensorflow/tfjs';
import { binary, binaryWith } from '../../graph/binary.ts';
import type { GraphBuilder } from '../../graph/graph-builder.ts';
import type { Node } from '../../graph/node.ts';
import { splat } from '../../graph/splat.ts';
import { unary } from '../../graph/unary.ts';
import type { Kernels } from './kernel.ts';

/** Activations, the less common ones in terms of the others. */
export const activationKernels: Kernels = {
  Relu: ({ graph, input }) => unary(graph, 'relu', input('x')),
  Sigmoid: ({ graph, input }) => unary(graph, 'sigmoid', input('x')),
  Tanh: ({ graph, input }) => unary(graph, 'tanh', input('x')),
  Relu6: ({ graph, input }) => relu6(graph, input('x')),
  LeakyRelu: ({ graph, input, attributes }) =>
    leakyRelu(graph, input('x'), attributes<tf.LeakyReluAttrs>().alpha),
  Prelu: ({ graph, input }) => prelu(graph, input('x'), input('alpha')),
  Elu: ({ graph, input }) => elu(graph, input('x')),
  /** dy where y ≥ 0, else dy·(y + 1) */
  EluGrad({ graph, input }) {
    const [dy, y] = [input('dy'), input('y')];
    return binary(graph, 'mul', dy, binaryWith(graph, 'add', negativePart(graph, y), 1));
  },
  Softplus({ graph, input }) {
    const x = input('x');
    const tail = unary(graph, 'exp', unary(graph, 'neg', unary(graph, 'abs', x)));
    const correction = unary(graph, 'log', binaryWith(graph, 'add', tail, 1));
    return binary(graph, 'add', unary(graph, 'relu', x), correction);
  },
  /** 1 where x > 0, else alpha */
  Step({ graph, input, attributes }) {
    const { alpha } = attributes<tf.StepAttrs>();
    const step = unary(graph, 'step', input('x'));
    return binaryWith(graph, 'add', binaryWith(graph, 'mul', step, 1 - alpha), alpha);
  },
};

/** What a fused kernel does last. */
export function activate(
  graph: GraphBuilder,
  x: Node,
  { activation = 'linear', leakyreluAlpha = 0.2 }: Pick<tf.FusedConv2DAttrs, 'activation' | 'leakyreluAlpha'>,
  preluWeights: Node | undefined,
): Node {
  switch (activation) {
    case 'linear':
      return x;
    case 'relu':
    case 'sigmoid':
      return unary(graph, activation, x);
    case 'relu6':
      return relu6(graph, x);
    case 'elu':
      return elu(graph, x);
    case 'leakyrelu':
      return leakyRelu(graph, x, leakyreluAlpha);
    case 'prelu':
      return prelu(graph, x, preluWeights!);
  }
  throw new Error(`the activation "${activation}" has no tracing`);
}

const relu6 = (graph: GraphBuilder, x: Node): Node => binaryWith(graph, 'min', unary(graph, 'relu', x), 6);

const leakyRelu = (graph: GraphBuilder, x: Node, alpha: number): Node =>
  prelu(graph, x, splat(graph, alpha, [], 'float32'));

function prelu(graph: GraphBuilder, x: Node, alpha: Node): Node {
  const below = binary(graph, 'mul', negativePart(graph, x), alpha);
  return binary(graph, 'add', unary(graph, 'relu', x), below);
}

/** e^x − 1 where x < 0; asked of the negative part alone, or e^x would overflow where it isn't wanted. */
function elu(graph: GraphBuilder, x: Node): Node {
  const exponential = unary(graph, 'exp', negativePart(graph, x));
  return binary(graph, 'add', unary(graph, 'relu', x), binaryWith(graph, 'sub', exponential, 1));
}

const negativePart = (graph: GraphBuilder, x: Node): Node => binaryWith(graph, 'min', x, 0);
