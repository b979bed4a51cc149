import type { Node, Op, TracedGraph } from '../graph/node.ts';
import { reachableNodes } from '../graph/reachable-nodes.ts';

/** What one session computes, and the kernels of our own that run after it. */
export interface Stage {
  /** Each after its inputs, which are here too or among the arrivals. */
  order: readonly Node[];
  /** What earlier stages have left and this one reads. */
  arrivals: readonly Node[];
  /** Those of the graph's outputs that it tells. */
  outputs: ReadonlyMap<string, Node>;
  kernels: readonly Node[];
}

/** What a kernel of our own reads: of a pool's gradient dy alone, since the pool has noted where the largest values lay. */
export function operandsOf({ op, inputs }: Node): readonly Node[] {
  return op === 'maxPoolGradient' ? inputs.slice(0, 1) : inputs;
}

/** Computed again wherever it is needed, rather than left in memory. */
const anywhere: ReadonlySet<Op> = new Set(['input', 'constant', 'splat', 'step', 'broadcast']);

/**
 * Cuts a graph where kernels of our own are to run between sessions. Each node is computed as early as it can be; what
 * constants alone decide, wherever it is needed, since ONNX Runtime computes that when it loads a model.
 */
export function splitAtKernels(graph: TracedGraph, isKernel: (node: Node) => boolean): Stage[] {
  const order = reachableNodes(graph);
  const stageOf = new Map<Node, number>();
  /** From which stage on a value is there: what a kernel makes, from the next one. */
  const isThere = (node: Node) => stageOf.get(node)! + (isKernel(node) ? 1 : 0);
  const fixed = new Set<Node>();
  for (const node of order) {
    stageOf.set(node, Math.max(0, ...node.inputs.map(isThere)));
    if (node.op !== 'input' && node.inputs.every((input) => fixed.has(input))) fixed.add(node);
  }
  const isAnywhere = (node: Node) => anywhere.has(node.op) || fixed.has(node);

  function stageAt(index: number): Stage {
    const here = order.filter((node) => stageOf.get(node) === index && !isAnywhere(node));
    const kernels = here.filter(isKernel);
    const outputs = new Map([...graph.outputs].filter(([, node]) => isThere(node) === index));
    const computed = new Set<Node>();
    const arrivals = new Set<Node>();
    const asked = [...here.filter((node) => !isKernel(node)), ...outputs.values()];
    asked.push(...kernels.flatMap(operandsOf));
    for (let node = asked.pop(); node; node = asked.pop()) {
      const isHere = isAnywhere(node) || (stageOf.get(node) === index && !isKernel(node));
      (isHere ? computed : arrivals).add(node);
      if (isHere) asked.push(...node.inputs.filter((input) => !computed.has(input)));
    }
    return { order: order.filter((node) => computed.has(node)), arrivals: [...arrivals], outputs, kernels };
  }

  const last = Math.max(0, ...[...graph.outputs.values()].map(isThere));
  return Array.from({ length: last + 1 }, (_, index) => stageAt(index));
}
