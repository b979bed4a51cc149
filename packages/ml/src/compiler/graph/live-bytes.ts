import type { Node, Op, TracedGraph } from './node.ts';
import { reachableNodes } from './reachable-nodes.ts';
import { sizeOf } from './shape.ts';

/** What needs no place of its own in a step: it is given, part of the model, or written where it is used. */
const placeless: ReadonlySet<Op> = new Set(['input', 'constant', 'splat', 'broadcast']);

/**
 * The most bytes of values that are alive at once when a graph is computed in the order of its tracing: an estimate of what
 * a session's memory grows to.
 */
export function liveBytes(graph: Pick<TracedGraph, 'outputs'>): number {
  const order = reachableNodes(graph);
  const lastUse = new Map<Node, number>();
  for (const [time, node] of order.entries()) {
    for (const input of node.inputs) lastUse.set(placeOf(input), time);
  }
  for (const output of graph.outputs.values()) lastUse.set(placeOf(output), order.length);
  let live = 0;
  let most = 0;
  for (const [time, node] of order.entries()) {
    if (node.op !== 'reshape') live += bytesOf(node);
    most = Math.max(most, live);
    const used = new Set(node.inputs.map(placeOf));
    for (const input of used) if (lastUse.get(input) === time) live -= bytesOf(input);
  }
  return most;
}

/** A reshaped value lies where it lay. */
function placeOf(node: Node): Node {
  return node.op === 'reshape' ? placeOf(node.inputs[0]!) : node;
}

function bytesOf({ op, dtype, shape }: Node): number {
  if (placeless.has(op)) return 0;
  return sizeOf(shape) * (dtype === 'bool' ? 1 : 4);
}
