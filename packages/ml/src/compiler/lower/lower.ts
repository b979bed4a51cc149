import type { Node, Op, TracedGraph } from '../graph/node.ts';
import { ordinaryInputs, reachableNodes } from '../graph/reachable-nodes.ts';
import { OnnxModel } from '../onnx/onnx-model.ts';
import { convolutions } from './convolutions.ts';
import { depthwiseConvolutions } from './depthwise-convolutions.ts';
import { elementwise } from './elementwise.ts';
import { gathers } from './gathers.ts';
import { Lowering, type Lowerings } from './lowering.ts';
import { localResponse } from './lrn.ts';
import { matrixProducts } from './matrix-products.ts';
import { ownKernels } from './own-kernels.ts';
import { pools } from './pools.ts';
import { reductions } from './reductions.ts';
import { shapes } from './shapes.ts';

export interface LowerOptions {
  /** Channels in a block: 8 or 16, as the processor's registers are; 0 for none. */
  block: 0 | 8 | 16;
  /** What the first axis of every input and output is called; the model then takes any number of images. None by default. */
  batch?: string;
}

export const lowerings: Lowerings = {
  ...elementwise,
  ...shapes,
  ...convolutions,
  ...depthwiseConvolutions,
  ...pools,
  ...localResponse,
  ...reductions,
  ...matrixProducts,
  ...gathers,
  ...ownKernels,
};

/** What costs nothing until someone asks for it, and perhaps never is. */
const lazy: ReadonlySet<Op> = new Set(['splat', 'step', 'broadcast']);

/** What another operation may take into itself, and which may. */
const taken: ReadonlySet<Op> = new Set(['square', 'mul', 'add', 'sub', 'relu', 'conv', 'convInputGradient']);
const takers: ReadonlySet<Op> = new Set(['add', 'sub', 'relu', 'sum', 'avgPool']);

/** Whether to leave a node until its user asks for it. */
function waits(node: Node, lowering: Lowering): boolean {
  if (lazy.has(node.op)) return true;
  return taken.has(node.op) && lowering.hasOneUser(node) && takers.has(lowering.users(node)[0]!.op);
}

/** A traced graph as a model of ONNX. Its inputs are named by their paths, its outputs by `outputName`; all lie plain. */
export function lower(graph: TracedGraph, { block, batch }: LowerOptions): OnnxModel {
  const model = new OnnxModel(batch);
  const order = reachableNodes(graph, ordinaryInputs);
  const lowering = new Lowering(new Set(graph.outputs.values()), order, model, lowerings, block);
  for (const input of graph.inputs) lowering.home(input);
  lowerNodes(order, lowering);
  tellOutputs(graph, graph.outputs, lowering);
  return model;
}

export function lowerNodes(order: readonly Node[], lowering: Lowering): void {
  for (const node of order) if (!waits(node, lowering)) lowering.home(node);
}

export function tellOutputs(graph: TracedGraph, outputs: TracedGraph['outputs'], lowering: Lowering): void {
  for (const [path, node] of outputs) {
    lowering.model.output(outputName(graph, path), lowering.at(node, 'plain'), node.dtype, node.shape);
  }
}

/** ONNX wants every name once: what takes the place of an input is called by its name with a prime. */
export function outputName({ inputs }: TracedGraph, path: string): string {
  return inputs.some(({ attributes }) => attributes.name === path) ? `${path}'` : path;
}
