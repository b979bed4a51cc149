import type { Op, TracedGraph } from '../graph/node.ts';
import { reachableNodes } from '../graph/reachable-nodes.ts';
import { OnnxModel } from '../onnx/onnx-model.ts';
import { convolutions } from './convolutions.ts';
import { elementwise } from './elementwise.ts';
import { gathers } from './gathers.ts';
import { Lowering, type Lowerings } from './lowering.ts';
import { localResponse } from './lrn.ts';
import { matrixProducts } from './matrix-products.ts';
import { pools } from './pools.ts';
import { reductions } from './reductions.ts';
import { shapes } from './shapes.ts';

export interface LowerOptions {
  /** Channels in a block where filters change from run to run: 8 or 16, as the processor's registers are; 0 for none. */
  block: 0 | 8 | 16;
}

const lowerings: Lowerings = {
  ...elementwise,
  ...shapes,
  ...convolutions,
  ...pools,
  ...localResponse,
  ...reductions,
  ...matrixProducts,
  ...gathers,
};

/** What another operation may take into itself, so that it is left until someone asks for it. */
const waits: ReadonlySet<Op> = new Set(['splat', 'square', 'mul', 'add', 'sub', 'step', 'broadcast', 'relu']);

/** A traced graph as a model of ONNX. Its inputs are named by their paths, its outputs by `outputName`; all lie plain. */
export function lower(graph: TracedGraph, { block }: LowerOptions): OnnxModel {
  const model = new OnnxModel();
  const order = reachableNodes(graph);
  const lowering = new Lowering(graph, order, model, lowerings, block);
  for (const input of graph.inputs) lowering.home(input);
  for (const node of order) if (!waits.has(node.op)) lowering.home(node);
  for (const [path, node] of graph.outputs) {
    model.output(outputName(graph, path), lowering.at(node, 'plain'), node.dtype, node.shape);
  }
  return model;
}

/** ONNX wants every name once: what takes the place of an input is called by its name with a prime. */
export function outputName({ inputs }: TracedGraph, path: string): string {
  return inputs.some(({ attributes }) => attributes.name === path) ? `${path}'` : path;
}
