import { binary, binaryWith } from './binary.ts';
import { cast } from './cast.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { logSoftmaxOf } from './log-softmax.ts';
import { maskedPoolGradient } from './masked-pool.ts';
import type { BinaryOp, Node } from './node.ts';
import { isSplat, isSplatOf, splat } from './splat.ts';
import { unary } from './unary.ts';

type Rule = (graph: GraphBuilder, a: Node, b: Node) => Node | undefined;

/** By operation; what it gives has the value of the operation. At most one of the two is a splat, and that is a scalar. */
const rules: Partial<Record<BinaryOp, Rule>> = {
  add(graph, a, b) {
    if (isSplat(a)) return binary(graph, 'add', b, a);
    if (isSplatOf(b, 0)) return a;
    if (b.op === 'neg') return binary(graph, 'sub', a, b.inputs[0]!);
    return a.op === 'neg' ? binary(graph, 'sub', b, a.inputs[0]!) : undefined;
  },
  sub(graph, a, b) {
    if (isSplatOf(b, 0)) return a;
    if (isSplatOf(a, 0)) return unary(graph, 'neg', b);
    if (b.op === 'neg') return binary(graph, 'add', a, b.inputs[0]!);
    return logSoftmaxOf(graph, a, b);
  },
  mul(graph, a, b) {
    if (isSplat(a)) return binary(graph, 'mul', b, a);
    if (!isSplat(b)) return maskedPoolGradient(graph, a, b) ?? maskedPoolGradient(graph, b, a);
    if (isSplatOf(b, 1)) return a;
    if (isSplatOf(b, 0)) return splat(graph, 0, a.shape, a.dtype);
    if (a.op === 'neg') return binaryWith(graph, 'mul', a.inputs[0]!, -b.attributes.value);
    const factor = a.op === 'mul' ? a.inputs[1]! : undefined;
    if (!factor || !isSplat(factor)) return undefined;
    return binaryWith(graph, 'mul', a.inputs[0]!, factor.attributes.value * b.attributes.value);
  },
  div(graph, a, b) {
    if (!isSplat(b) || a.dtype !== 'float32') return undefined;
    return binaryWith(graph, 'mul', a, 1 / b.attributes.value);
  },
  pow(graph, a, b) {
    if (isSplatOf(b, 1)) return a;
    return isSplatOf(b, 2) ? unary(graph, 'square', a) : undefined;
  },
  and(graph, a, b) {
    if (isSplat(a)) return binary(graph, 'and', b, a);
    if (!isSplat(b)) return undefined;
    return isSplatOf(b, 0) ? splat(graph, 0, a.shape, 'bool') : cast(graph, a, 'bool');
  },
  or(graph, a, b) {
    if (isSplat(a)) return binary(graph, 'or', b, a);
    if (!isSplat(b)) return undefined;
    return isSplatOf(b, 0) ? cast(graph, a, 'bool') : splat(graph, 1, a.shape, 'bool');
  },
};

/** A simpler node of the same value, if there is one. */
export function simplifyArithmetic(graph: GraphBuilder, op: BinaryOp, a: Node, b: Node): Node | undefined {
  return rules[op]?.(graph, a, b);
}
