import type { Node, TracedGraph } from './node.ts';

/**
 * What the outputs are made of, each node after its inputs; an input of the graph that nothing uses isn't there.
 * @param inputsOf what each node is made of, if not of its inputs
 */
export function reachableNodes(
  { outputs }: Pick<TracedGraph, 'outputs'>,
  inputsOf: (node: Node) => readonly Node[] = ({ inputs }) => inputs,
): Node[] {
  const reached = new Set<Node>();
  const waiting = [...outputs.values()];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    waiting.push(...inputsOf(node));
  }
  return [...reached].sort((a, b) => a.id - b.id);
}

/** Inputs without kernels of our own. */
export function ordinaryInputs(node: Node): readonly Node[] {
  return node.op === 'ownKernel' ? [node.attributes.otherwise] : node.inputs;
}
