import { simplifyArithmetic } from './arithmetic.ts';
import { onSources } from './broadcast.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { BinaryOp, DType, Node } from './node.ts';
import { isSplat, splat } from './splat.ts';

const ofNumbers: Record<BinaryOp, (a: number, b: number) => number> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  pow: (a, b) => a ** b,
  max: (a, b) => Math.max(a, b),
  min: (a, b) => Math.min(a, b),
  greater: (a, b) => Number(a > b),
  greaterEqual: (a, b) => Number(a >= b),
  less: (a, b) => Number(a < b),
  lessEqual: (a, b) => Number(a <= b),
  equal: (a, b) => Number(a === b),
  notEqual: (a, b) => Number(a !== b),
  and: (a, b) => Number(a && b),
  or: (a, b) => Number(a || b),
};

const arithmetic: ReadonlySet<BinaryOp> = new Set(['add', 'sub', 'mul', 'div', 'pow', 'max', 'min']);

/** An operation on each pair of elements, with tfjs's broadcasting. Both are of one type; comparisons give bool. */
export function binary(graph: GraphBuilder, op: BinaryOp, a: Node, b: Node): Node {
  const dtype: DType = arithmetic.has(op) ? a.dtype : 'bool';
  return onSources(graph, [a, b], ([a, b], shape) => {
    const [x, y] = [a!, b!];
    if (isSplat(x) && isSplat(y)) {
      return splat(graph, ofNumbers[op](x.attributes.value, y.attributes.value), shape, dtype);
    }
    return simplifyArithmetic(graph, op, x, y) ?? graph.create(op, [x, y], {}, shape, dtype);
  });
}

/** The same with a number. */
export function binaryWith(graph: GraphBuilder, op: BinaryOp, a: Node, b: number): Node {
  return binary(graph, op, a, splat(graph, b, [], a.dtype));
}
