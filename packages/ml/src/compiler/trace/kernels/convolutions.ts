import type * as tf from '@tensorflow/tfjs';
import { binary } from '../../graph/binary.ts';
import type { Node } from '../../graph/node.ts';
import { activate } from './activations.ts';
import type { KernelCall, Kernels } from './kernel.ts';
import { convolutionGeometry } from './windows.ts';

export const convolutionKernels: Kernels = {
  Conv2D: convolve,
  FusedConv2D(call) {
    const { graph, optional, attributes } = call;
    const bias = optional('bias');
    const convolved = convolve(call);
    const biased = bias ? binary(graph, 'add', convolved, bias) : convolved;
    return activate(graph, biased, attributes<tf.FusedConv2DAttrs>(), optional('preluActivationWeights'));
  },
  Conv2DBackpropInput({ graph, input, attributes }) {
    const [dy, filter] = [input('dy'), input('filter')];
    const attrs = attributes<tf.Conv2DBackpropInputAttrs>();
    const { window } = convolutionGeometry(attrs.inputShape, filter.shape, attrs);
    return graph.create('convInputGradient', [dy, filter], window, attrs.inputShape, 'float32');
  },
  Conv2DBackpropFilter({ graph, input, attributes }) {
    const [x, dy] = [input('x'), input('dy')];
    const attrs = attributes<tf.Conv2DBackpropFilterAttrs>();
    const { window } = convolutionGeometry(x.shape, attrs.filterShape, attrs);
    return graph.create('convFilterGradient', [x, dy], window, attrs.filterShape, 'float32');
  },
};

function convolve({ graph, input, attributes }: KernelCall): Node {
  const [x, filter] = [input('x'), input('filter')];
  const { window, shape } = convolutionGeometry(x.shape, filter.shape, attributes<tf.Conv2DAttrs>());
  return graph.create('conv', [x, filter], window, shape, 'float32');
}
