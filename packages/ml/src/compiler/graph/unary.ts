import { onSources } from './broadcast.ts';
import { cast } from './cast.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Node, UnaryOp } from './node.ts';
import { isSplat, splat } from './splat.ts';

/** What each gives for one number, where JavaScript knows it. */
const ofNumber: Partial<Record<UnaryOp, (x: number) => number>> = {
  neg: (x) => -x,
  abs: Math.abs,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  rsqrt: (x) => 1 / Math.sqrt(x),
  square: (x) => x * x,
  reciprocal: (x) => 1 / x,
  relu: (x) => Math.max(x, 0),
  step: (x) => (x > 0 ? 1 : 0),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  sin: Math.sin,
  cos: Math.cos,
  floor: Math.floor,
  ceil: Math.ceil,
  sign: Math.sign,
  not: (x) => (x ? 0 : 1),
};

/** These give the type that they take; `not` gives bool and the others float32. */
const anyType: ReadonlySet<UnaryOp> = new Set(['neg', 'abs', 'square', 'relu', 'floor', 'ceil', 'sign']);

/** An operation on each element. */
export function unary(graph: GraphBuilder, op: UnaryOp, operand: Node): Node {
  const typed = anyType.has(op) ? operand : cast(graph, operand, op === 'not' ? 'bool' : 'float32');
  return onSources(graph, [typed], ([x]) => simplified(graph, op, x!) ?? plain(graph, op, x!));
}

const plain = (graph: GraphBuilder, op: UnaryOp, x: Node): Node =>
  graph.create(op, [x], {}, x.shape, x.dtype);

function simplified(graph: GraphBuilder, op: UnaryOp, x: Node): Node | undefined {
  const compute = ofNumber[op];
  if (isSplat(x) && compute) return splat(graph, compute(x.attributes.value), x.shape, x.dtype);
  if (op === x.op && op === 'relu') return x;
  if (op === x.op && (op === 'neg' || op === 'not')) return x.inputs[0];
  if (op === 'step') return stepOfRelu(graph, x);
  return undefined;
}

/** The gradient of a relu asks for the step of what went in: what came out serves as well, and is kept anyway. */
function stepOfRelu(graph: GraphBuilder, x: Node): Node | undefined {
  const relu = graph.find('relu', [x], {}, x.shape, x.dtype);
  return relu && plain(graph, 'step', relu);
}
