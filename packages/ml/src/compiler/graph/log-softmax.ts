import type { GraphBuilder } from './graph-builder.ts';
import type { Node, Op } from './node.ts';

/** tfjs writes the log-softmax as s − log Σ exp s with s = x − max x; this finds x behind the two sides of that difference. */
export function logSoftmaxOf(graph: GraphBuilder, shifted: Node, logSum: Node): Node | undefined {
  const x = isOp(shifted, 'sub') ? shifted.inputs[0]! : undefined;
  const exponentials = inputOf(inputOf(logSum, 'log'), 'sum');
  if (!x || inputOf(exponentials, 'exp') !== shifted) return undefined;
  const largest = shifted.inputs[1]!;
  if (inputOf(largest, 'reduceMax') !== x) return undefined;
  if (!reducesLast(largest) || !reducesLast(logSum.inputs[0]!)) return undefined;
  return graph.create('logSoftmax', [x], {}, x.shape, x.dtype);
}

const isOp = (node: Node | undefined, op: Op): boolean => node?.op === op;

const inputOf = (node: Node | undefined, op: Op): Node | undefined =>
  isOp(node, op) ? node!.inputs[0] : undefined;

function reducesLast(node: Node): boolean {
  if (node.op !== 'sum' && node.op !== 'reduceMax') return false;
  const { axes, keepDims } = node.attributes;
  return keepDims && axes.length === 1 && axes[0] === node.shape.length - 1;
}
