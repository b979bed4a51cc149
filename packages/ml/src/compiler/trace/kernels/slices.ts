import * as tf from '@tensorflow/tfjs';
import type { GraphBuilder } from '../../graph/graph-builder.ts';
import type { Node } from '../../graph/node.ts';
import { reshape } from '../../graph/reshape.ts';
import { reverse } from '../../graph/reverse.ts';
import { slice, stridedSlice } from '../../graph/slice.ts';
import type { Kernels } from './kernel.ts';
import { parseAxes } from './parse-axes.ts';

/** Kernels that take a part of a tensor, or take it apart. */
export const sliceKernels: Kernels = {
  Slice({ graph, input, attributes }) {
    const { begin, size } = attributes<tf.SliceAttrs>();
    const x = input('x');
    const like = { shape: [...x.shape], rank: x.shape.length } as tf.Tensor;
    const [from, shape] = tf.slice_util.parseSliceParams(like, begin, size) as [number[], number[]];
    tf.slice_util.assertParamsValid(like, from, shape);
    return slice(graph, x, from, shape);
  },
  StridedSlice({ graph, input, attributes }) {
    const a = attributes<tf.StridedSliceAttrs>();
    const x = input('x');
    const info = tf.slice_util.sliceInfo(
      [...x.shape],
      a.begin,
      a.end,
      a.strides,
      a.beginMask,
      a.endMask,
      a.ellipsisMask,
      a.newAxisMask,
      a.shrinkAxisMask,
    );
    return reshape(graph, stridedEitherWay(graph, x, info), info.finalShape);
  },
  SplitV({ graph, input, attributes }) {
    const { numOrSizeSplits, axis } = attributes<tf.SplitVAttrs>();
    const x = input('x');
    const [along] = parseAxes(axis, x.shape);
    const like = { shape: [...x.shape], rank: x.shape.length } as tf.Tensor;
    return split(graph, x, tf.backend_util.prepareSplitSize(like, numOrSizeSplits, along), along!);
  },
  Unpack({ graph, input, attributes }) {
    const x = input('value');
    const [axis] = parseAxes(attributes<tf.UnpackAttrs>().axis, x.shape);
    const parts = split(graph, x, new Array<number>(x.shape[axis!]!).fill(1), axis!);
    return parts.map((part) => reshape(graph, part, x.shape.toSpliced(axis!, 1)));
  },
};

function split(graph: GraphBuilder, x: Node, sizes: readonly number[], axis: number): Node[] {
  let from = 0;
  return sizes.map((size) => {
    const begin = x.shape.map((_, at) => (at === axis ? from : 0));
    from += size;
    return slice(graph, x, begin, x.shape.with(axis, size));
  });
}

/** An axis with a negative stride is reversed first. */
function stridedEitherWay(
  graph: GraphBuilder,
  x: Node,
  { begin, end, strides }: { begin: number[]; end: number[]; strides: number[] },
): Node {
  const isBackwards = (axis: number) => strides[axis]! < 0;
  const mirrored = (positions: number[]) =>
    positions.map((at, axis) => (isBackwards(axis) ? x.shape[axis]! - 1 - at : at));
  const turned = reverse(
    graph,
    x,
    strides.flatMap((_, axis) => (isBackwards(axis) ? [axis] : [])),
  );
  return stridedSlice(graph, turned, {
    begin: mirrored(begin),
    end: mirrored(end),
    strides: strides.map(Math.abs),
  });
}
