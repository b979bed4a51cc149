import type { Node, TracedGraph } from './node.ts';

/** What the outputs are made of, each node after its inputs; an input of the graph that nothing uses isn't there. */
export function reachableNodes({ outputs }: Pick<TracedGraph, 'outputs'>): Node[] {
  const reached = new Set<Node>();
  const waiting = [...outputs.values()];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    waiting.push(...node.inputs);
  }
  return [...reached].sort((a, b) => a.id - b.id);
}
