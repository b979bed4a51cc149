import type { Node, TracedGraph } from '../graph/node.ts';
import { OnnxModel } from '../onnx/onnx-model.ts';
import type { KernelCall } from '../wasm/kernel-call.ts';
import { PoolKernels } from '../wasm/max-pool.ts';
import { resampleCall } from '../wasm/resample.ts';
import type { Layout } from './layout.ts';
import { type LowerOptions, lower, lowerings, lowerNodes, tellOutputs } from './lower.ts';
import { Lowering } from './lowering.ts';
import { type Place, Places } from './places.ts';
import { operandsOf, type Stage, splitAtKernels } from './split-at-kernels.ts';

/** A program as what is run one after the other: models, and between them kernels of our own. */
export interface Parts {
  parts: (ModelPart | KernelCall)[];
  /** What a part leaves for others, by name. */
  places: Readonly<Record<string, Place>>;
  /** Of the memory that the places lie in. */
  bytes: number;
}

/** Its inputs are those of the graph, and places. */
export interface ModelPart {
  model: Uint8Array;
  /** Outputs that lie in a place. */
  leaves: Readonly<Record<string, string>>;
}

/** A program of one model. */
export function onePart(model: Uint8Array): Parts {
  return { parts: [{ model, leaves: {} }], places: {}, bytes: 0 };
}

/** A WebAssembly memory ends there. */
const mostBytes = 2 ** 32;

/** A traced graph as models, cut where our own kernels are faster than ONNX Runtime's. */
export function lowerInParts(graph: TracedGraph, options: LowerOptions): Parts {
  const parts = cutToParts(graph, options);
  return parts.bytes <= mostBytes ? parts : onePart(lower(graph, options).encode());
}

function cutToParts(graph: TracedGraph, { block }: LowerOptions): Parts {
  const places = new Places();
  const pools = new PoolKernels(graph, block);
  const stages = splitAtKernels(graph, (node) => node.op === 'ownKernel' || pools.has(node));
  const parts = stages.flatMap((stage, index) => {
    const later = new Set(stages.slice(index + 1).flatMap(({ arrivals }) => arrivals));
    const part = lowerStage(graph, stage, later, places, block);
    const calls = stage.kernels.map((kernel) =>
      kernel.op === 'ownKernel' ? resampleCall(kernel, places) : pools.call(kernel, places),
    );
    const read = [...stage.arrivals, ...stage.kernels.flatMap(operandsOf)];
    for (const node of new Set(read)) if (!later.has(node)) places.forget(node);
    return part ? [part, ...calls] : calls;
  });
  return { parts, places: places.byName, bytes: places.bytes };
}

/** Lowers a stage to a model that leaves what its kernels and later stages read; undefined where there is none of it. */
function lowerStage(
  graph: TracedGraph,
  { order, arrivals, outputs, kernels }: Stage,
  later: ReadonlySet<Node>,
  places: Places,
  block: number,
): ModelPart | undefined {
  const model = new OnnxModel();
  const leaves: Record<string, string> = {};
  const leaving = order.filter((node) => later.has(node));
  const read = new Set([...outputs.values(), ...leaving, ...kernels.flatMap(operandsOf)]);
  const lowering = new Lowering(read, order, model, lowerings, block);

  function leave(node: Node, layout: Layout): void {
    const { name } = places.add(node, layout);
    const { dims } = places.byName[name]!;
    leaves[model.tell(lowering.at(node, layout), node.dtype, dims)] = name;
  }

  for (const node of arrivals) {
    const home = places.home(node)!;
    const { type, dims } = places.byName[home.name]!;
    lowering.place(node, { ...home, name: model.input(home.name, type, dims) });
  }
  lowerNodes(order, lowering);
  tellOutputs(graph, outputs, lowering);
  for (const node of leaving) leave(node, lowering.home(node).layout);
  for (const kernel of kernels) {
    const layout = kernel.op === 'ownKernel' ? 'plain' : 'blocks';
    for (const node of operandsOf(kernel)) if (!places.find(node, layout)) leave(node, layout);
  }
  const isEmpty = outputs.size === 0 && Object.keys(leaves).length === 0;
  return isEmpty ? undefined : { model: model.encode(), leaves };
}
