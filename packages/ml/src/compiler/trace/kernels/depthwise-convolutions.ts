import type * as tf from '@tensorflow/tfjs';
import { binary } from '../../graph/binary.ts';
import { concat } from '../../graph/concat.ts';
import type { GraphBuilder } from '../../graph/graph-builder.ts';
import type { Node } from '../../graph/node.ts';
import { pad } from '../../graph/pad.ts';
import { sum } from '../../graph/reduce.ts';
import { reshape } from '../../graph/reshape.ts';
import { stridedSlice } from '../../graph/slice.ts';
import type { Kernels } from './kernel.ts';
import { depthwiseGeometry, type Geometry } from './windows.ts';

/** Convolutions that keep channels apart. Their filters are [height, width, in, multiplier]. */
export const depthwiseConvolutionKernels: Kernels = {
  DepthwiseConv2dNative({ graph, input, attributes }) {
    const [x, filter] = [input('x'), input('filter')];
    const attrs = attributes<tf.DepthwiseConv2dNativeAttrs>();
    const { window, shape } = depthwiseGeometry(x.shape, filter.shape, attrs);
    return graph.create('depthwiseConv', [x, filter], window, shape, 'float32');
  },
  DepthwiseConv2dNativeBackpropInput({ graph, input, attributes }) {
    const [dy, filter] = [input('dy'), input('filter')];
    const attrs = attributes<tf.DepthwiseConv2dNativeBackpropInputAttrs>();
    const { window } = depthwiseGeometry(attrs.inputShape, filter.shape, attrs);
    return graph.create('depthwiseConvInputGradient', [dy, filter], window, attrs.inputShape, 'float32');
  },
  DepthwiseConv2dNativeBackpropFilter({ graph, input, attributes }) {
    const [x, dy] = [input('x'), input('dy')];
    const attrs = attributes<tf.DepthwiseConv2dNativeBackpropFilterAttrs>();
    return filterGradient(
      graph,
      x,
      dy,
      attrs.filterShape,
      depthwiseGeometry(x.shape, attrs.filterShape, attrs),
    );
  },
};

/** Σ over the batch and all places of x · dy, position by position of the filter. */
function filterGradient(
  graph: GraphBuilder,
  x: Node,
  dy: Node,
  filter: readonly number[],
  { window: { kernel, strides, dilations, pads } }: Geometry,
): Node {
  const [batch, rows, columns] = dy.shape as [number, number, number];
  const [, , channels, multiplier] = filter as [number, number, number, number];
  const [top, left, bottom, right] = pads;
  const framed = pad(
    graph,
    x,
    [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ],
    0,
  );
  const gradients = reshape(graph, dy, [batch, rows, columns, channels, multiplier]);
  const ofPosition = (row: number, column: number): Node => {
    const begin = [0, row * dilations[0], column * dilations[1], 0];
    const reach = [batch, (rows - 1) * strides[0] + 1, (columns - 1) * strides[1] + 1, channels];
    const end = begin.map((from, axis) => from + reach[axis]!);
    const seen = stridedSlice(graph, framed, { begin, end, strides: [1, ...strides, 1] });
    const pixels = reshape(graph, seen, [batch, rows, columns, channels, 1]);
    return sum(graph, binary(graph, 'mul', pixels, gradients), [0, 1, 2], false);
  };
  const positions = Array.from({ length: kernel[0] * kernel[1] }, (_, place) =>
    ofPosition(Math.floor(place / kernel[1]), place % kernel[1]),
  );
  return reshape(graph, concat(graph, positions, 0), filter);
}
