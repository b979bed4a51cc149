import * as tf from '@tensorflow/tfjs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect } from 'vitest';
import type { TracedGraph } from '../graph/node.ts';
import type { TensorTree } from '../program.ts';
import { startProgram } from '../session/start-program.mjs';
import { flattenTree } from '../tensor-tree.ts';
import { type TraceOptions, trace } from '../trace/trace.ts';
import { type LowerOptions, lower, outputName } from './lower.ts';
import { lowerInParts } from './lower-in-parts.ts';
import { probeBlock } from './probe-block.ts';

export type Blocks = LowerOptions['block'];

/** What this processor's convolutions can be lowered to: none, and its blocks if it has some. */
export const everyBlock: Blocks[] = [
  ...new Set<Blocks>([
    0,
    await probeBlock(async (bytes, feeds, output) => {
      const tensors = Object.entries(feeds).map(
        ([name, { values, shape }]) => [name, new Tensor('float32', values, shape)] as const,
      );
      const told = await runModel(bytes, Object.fromEntries(tensors));
      return told[output]!.data as Float32Array;
    }),
  ]),
];

/**
 * Expects a function to give on ONNX Runtime what it gives eagerly on the cpu backend, to 2e-5 of each output's largest
 * value, lowered with and without blocks: sums are taken in other orders.
 * @returns the operations of the models, without blocks first
 */
export async function expectLowered<In extends TensorTree, Out extends TensorTree>(
  fn: (inputs: In) => Out,
  inputs: In,
  { tolerance = 2e-5, ...options }: TraceOptions & { tolerance?: number } = {},
): Promise<Map<string, number>[]> {
  const graph = trace(fn, inputs, options);
  const { result } = tf.tidy(() => ({ result: fn(inputs) as tf.TensorContainer }));
  const wanted = flattenTree<tf.Tensor>(result as TensorTree);
  const counts: Map<string, number>[] = [];
  for (const block of everyBlock) {
    const model = lower(graph, { block });
    counts.push(model.counts());
    const came = await runModel(model.encode(), feedsOf(graph, inputs));
    const cameInParts = await runProgram(graph, block, feedsOf(graph, inputs));
    for (const [path, tensor] of wanted) {
      const name = outputName(graph, path);
      expectClose(`${path}, blocks of ${block}`, came[name]!, tensor, tolerance);
      expectClose(`${path}, blocks of ${block}, in parts`, cameInParts[name]!, tensor, tolerance);
    }
  }
  tf.dispose([...wanted.values()]);
  return counts;
}

/** The same of a function and of its gradients for its inputs, given a random dy. */
export function expectLoweredGradients(
  fn: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: tf.Tensor[],
  options: { tolerance?: number } = {},
): Promise<Map<string, number>[]> {
  const dy = tf.randomNormal(tf.tidy(() => fn(...inputs)).shape, 0, 1, 'float32', 99);
  return expectLowered(
    ({ inputs, dy }) => {
      const { value, grads } = tf.valueAndGrads(fn)(inputs, dy);
      return { value, gradients: grads };
    },
    { inputs, dy },
    options,
  );
}

function feedsOf(graph: TracedGraph, inputs: TensorTree): Record<string, Tensor> {
  const tensors = flattenTree<tf.Tensor>(inputs);
  return Object.fromEntries(
    graph.inputs.map(({ attributes: { name }, dtype, shape }) => {
      const values = tensors.get(name)!.dataSync();
      const data = dtype === 'float32' ? Float32Array.from(values) : Int32Array.from(values);
      return [name, new Tensor(dtype, dtype === 'bool' ? Uint8Array.from(values) : data, shape)];
    }),
  );
}

async function runModel(bytes: Uint8Array, feeds: Record<string, Tensor>) {
  const session = await InferenceSession.create(bytes, { logSeverityLevel: 4, intraOpNumThreads: 1 });
  try {
    return await session.run(feeds);
  } finally {
    await session.release();
  }
}

/** With our own kernels, where there are some for the graph. */
async function runProgram(graph: TracedGraph, block: Blocks, feeds: Record<string, Tensor>) {
  const program = await startProgram(lowerInParts(graph, { block }), { provider: 'cpu', threads: 1 });
  try {
    const names = [...graph.outputs.keys()].map((path) => outputName(graph, path));
    return await program.run((name) => feeds[name]!, Object.fromEntries(names.map((name) => [name, null])));
  } finally {
    await program.release();
  }
}

function expectClose(name: string, came: Tensor, wanted: tf.Tensor, tolerance: number): void {
  expect([name, came.type, came.dims]).toEqual([name, wanted.dtype, wanted.shape]);
  const values = Array.from(came.data as Float32Array);
  const expected = wanted.dataSync<'float32'>();
  const largest = expected.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-3);
  const errors = values.map((value, at) => Math.abs(value - expected[at]!) / largest);
  // Two values that aren't numbers, or both endless, are equal.
  const worst = errors.reduce(
    (max, error, at) => (Object.is(values[at], expected[at]) ? max : Math.max(max, error)),
    0,
  );
  expect(worst, `${name}: ${worst}`).toBeLessThan(tolerance);
}
