import { binary, binaryWith } from './binary.ts';
import { broadcast } from './broadcast.ts';
import { cast } from './cast.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';
import { reshape } from './reshape.ts';
import { padRank, reducedShape, sizeOf } from './shape.ts';
import { isSplat, splat } from './splat.ts';
import { unary } from './unary.ts';

type Axes = readonly number[];

/** Over axes counted from the front. */
export function sum(graph: GraphBuilder, x: Node, axes: Axes, keepDims: boolean): Node {
  const trivial = withoutWork(graph, x, axes, keepDims, countOf(x, axes));
  if (trivial) return trivial;
  if (x.op === 'broadcast') return sumOfBroadcast(graph, x, axes, keepDims);
  if (x.op === 'neg') return unary(graph, 'neg', sum(graph, x.inputs[0]!, axes, keepDims));
  if (x.op === 'mul' && isSplat(x.inputs[1]!)) {
    return binary(graph, 'mul', sum(graph, x.inputs[0]!, axes, keepDims), x.inputs[1]);
  }
  return reduce(graph, 'sum', x, axes, keepDims);
}

/** The sum of float32 values times 1/n. */
export function mean(graph: GraphBuilder, x: Node, axes: Axes, keepDims: boolean): Node {
  const total = sum(graph, cast(graph, x, 'float32'), axes, keepDims);
  return binaryWith(graph, 'mul', total, 1 / countOf(x, axes));
}

/** The largest or smallest over axes counted from the front. */
export function extreme(
  graph: GraphBuilder,
  op: 'reduceMax' | 'reduceMin',
  x: Node,
  axes: Axes,
  keepDims: boolean,
): Node {
  return withoutWork(graph, x, axes, keepDims, 1) ?? reduce(graph, op, x, axes, keepDims);
}

const countOf = (x: Node, axes: Axes): number => sizeOf(axes.map((axis) => x.shape[axis]!));

/** A splat stays one, times `factor`; over axes of size 1 there is nothing to reduce. */
function withoutWork(
  graph: GraphBuilder,
  x: Node,
  axes: Axes,
  keepDims: boolean,
  factor: number,
): Node | undefined {
  const shape = reducedShape(x.shape, axes, keepDims);
  if (x.op === 'splat') return splat(graph, x.attributes.value * factor, shape, x.dtype);
  return countOf(x, axes) === 1 ? reshape(graph, x, shape) : undefined;
}

/** What repeats itself along an axis is multiplied instead. */
function sumOfBroadcast(graph: GraphBuilder, x: Node<'broadcast'>, axes: Axes, keepDims: boolean): Node {
  const [source] = x.inputs;
  const aligned = reshape(graph, source!, padRank(source!.shape, x.shape.length));
  const repeats = countOf(x, axes) / countOf(aligned, axes);
  const once = sum(graph, aligned, axes, true);
  const kept = broadcast(graph, once, reducedShape(x.shape, axes, true));
  const total = reshape(graph, kept, reducedShape(x.shape, axes, keepDims));
  return binaryWith(graph, 'mul', total, repeats);
}

function reduce(
  graph: GraphBuilder,
  op: 'sum' | 'reduceMax' | 'reduceMin',
  x: Node,
  axes: Axes,
  keepDims: boolean,
): Node {
  return graph.create(op, [x], { axes: [...axes], keepDims }, reducedShape(x.shape, axes, keepDims), x.dtype);
}
