import { binary } from './binary.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';
import { unary } from './unary.ts';

/**
 * A max pool's gradient where its input is positive, as when a ReLU goes before the pool. A cell takes gradient from windows
 * of which it is the maximum, so the maxima can be asked instead: they are fewer.
 */
export function maskedPoolGradient(graph: GraphBuilder, a: Node, b: Node): Node | undefined {
  if (a.op !== 'maxPoolGradient' || b.op !== 'step' || b.inputs[0] !== a.inputs[1]) return undefined;
  const [dy, x] = a.inputs as [Node, Node];
  const maxima = graph.create('maxPool', [x], a.attributes, dy.shape, x.dtype);
  const masked = binary(graph, 'mul', dy, unary(graph, 'step', maxima));
  return graph.create('maxPoolGradient', [masked, x], a.attributes, x.shape, x.dtype);
}
