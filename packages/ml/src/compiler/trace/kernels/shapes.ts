import * as tf from '@tensorflow/tfjs';
import { concat } from '../../graph/concat.ts';
import { mirrorPad, pad } from '../../graph/pad.ts';
import { reshape } from '../../graph/reshape.ts';
import { reverse } from '../../graph/reverse.ts';
import { sizeOf } from '../../graph/shape.ts';
import { tile } from '../../graph/tile.ts';
import { transpose } from '../../graph/transpose.ts';
import type { Kernels } from './kernel.ts';
import { parseAxes } from './parse-axes.ts';

/** Kernels that put the same elements into another shape or order. */
export const shapeKernels: Kernels = {
  Reshape({ graph, input, attributes }) {
    const x = input('x');
    const { shape } = attributes<tf.ReshapeAttrs>();
    return reshape(graph, x, tf.util.inferFromImplicitShape(shape, sizeOf(x.shape)));
  },
  ExpandDims({ graph, input, attributes }) {
    const x = input('input');
    const { dim } = attributes<tf.ExpandDimsAttrs>();
    return reshape(graph, x, x.shape.toSpliced(dim < 0 ? x.shape.length + 1 + dim : dim, 0, 1));
  },
  Transpose: ({ graph, input, attributes }) =>
    transpose(graph, input('x'), attributes<tf.TransposeAttrs>().perm),
  PadV2({ graph, input, attributes }) {
    const { paddings, constantValue } = attributes<tf.PadV2Attrs>();
    return pad(graph, input('x'), paddings, constantValue);
  },
  MirrorPad({ graph, input, attributes }) {
    const { paddings, mode } = attributes<tf.MirrorPadAttrs>();
    return mirrorPad(graph, input('x'), paddings, mode);
  },
  Concat({ graph, list, attributes }) {
    const [axis] = parseAxes(attributes<tf.ConcatAttrs>().axis, list()[0]!.shape);
    return concat(graph, list(), axis!);
  },
  Pack({ graph, list, attributes }) {
    const { axis } = attributes<tf.PackAttrs>();
    const parts = list().map((part) => reshape(graph, part, part.shape.toSpliced(axis, 0, 1)));
    return concat(graph, parts, axis);
  },
  Tile: ({ graph, input, attributes }) => tile(graph, input('x'), attributes<tf.TileAttrs>().reps),
  Reverse({ graph, input, attributes }) {
    const { dims } = attributes<tf.ReverseAttrs>();
    return reverse(graph, input('x'), parseAxes(dims, input('x').shape));
  },
};
