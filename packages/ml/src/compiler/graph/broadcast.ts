import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';
import { broadcastShape, type Shape, sameShape } from './shape.ts';
import { splat } from './splat.ts';

/** To a larger shape by tfjs's rules. It stays a node of its own, which element by element operations look through. */
export function broadcast(graph: GraphBuilder, x: Node, shape: Shape): Node {
  if (sameShape(x.shape, shape)) return x;
  if (x.op === 'splat') return splat(graph, x.attributes.value, shape, x.dtype);
  if (x.op === 'broadcast') return broadcast(graph, x.inputs[0]!, shape);
  if (!sameShape(broadcastShape(x.shape, shape), shape)) {
    throw new Error(`[${x.shape}] can't be broadcast to [${shape}]`);
  }
  return graph.create('broadcast', [x], {}, shape, x.dtype);
}

/**
 * Computes element by element on what the operands were broadcast from, and broadcasts the result instead.
 * A splat takes part as a scalar, so the others alone decide the shape.
 */
export function onSources(
  graph: GraphBuilder,
  operands: readonly Node[],
  compute: (sources: Node[], shape: Shape) => Node,
): Node {
  const shape = operands.map((operand) => operand.shape).reduce(broadcastShape);
  const sources = operands.map((operand) => sourceOf(graph, operand));
  const smaller = sources.map((source) => source.shape).reduce(broadcastShape);
  return broadcast(graph, compute(sources, smaller), shape);
}

function sourceOf(graph: GraphBuilder, operand: Node): Node {
  if (operand.op === 'splat') return splat(graph, operand.attributes.value, [], operand.dtype);
  return operand.op === 'broadcast' ? operand.inputs[0]! : operand;
}
