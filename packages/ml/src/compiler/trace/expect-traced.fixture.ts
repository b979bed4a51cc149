import * as tf from '@tensorflow/tfjs';
import { expect } from 'vitest';
import { evaluate } from '../graph/evaluate.fixture.ts';
import type { Op } from '../graph/node.ts';
import { reachableNodes } from '../graph/reachable-nodes.ts';
import type { TensorTree } from '../program.ts';
import { flattenTree } from '../tensor-tree.ts';
import { drawNormals } from './random-tensors.fixture.ts';
import { type TraceOptions, trace } from './trace.ts';

/**
 * Expects a function's traced and simplified graph to give what the function gives eagerly, to 1e-5 of the largest value:
 * the simplifications reorder a few roundings. Expects the tracing to leave no tensor behind.
 * @returns the operations of the graph, in order
 */
export function expectTraced<In extends TensorTree, Out extends TensorTree>(
  fn: (inputs: In) => Out,
  inputs: In,
  { tolerance = 1e-5, ...options }: TraceOptions & { tolerance?: number } = {},
): Op[] {
  const before = tf.memory();
  const graph = trace(fn, inputs, options);
  expect(tf.memory()).toEqual(before);
  const wanted = flattenTree<tf.Tensor>(tf.tidy(() => fn(inputs) as tf.TensorContainer) as TensorTree);
  const came = evaluate(graph, flattenTree<tf.Tensor>(inputs));
  expect([...came.keys()]).toEqual([...wanted.keys()]);
  for (const [name, tensor] of wanted) expectClose(name, came.get(name)!, tensor, tolerance);
  tf.dispose([...wanted.values(), ...came.values()]);
  return reachableNodes(graph).map(({ op }) => op);
}

/** The same of a function and of its gradients for its inputs, given a random dy. */
export function expectTracedGradients(
  fn: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: tf.Tensor[],
  options: { tolerance?: number } = {},
): Op[] {
  const dy = drawNormals('dy')(...tf.tidy(() => fn(...inputs)).shape);
  return expectTraced(
    ({ inputs, dy }) => {
      const { value, grads } = tf.valueAndGrads(fn)(inputs, dy);
      return { value, gradients: grads };
    },
    { inputs, dy },
    options,
  );
}

function expectClose(name: string, came: tf.Tensor, wanted: tf.Tensor, tolerance: number): void {
  expect([name, came.dtype, came.shape]).toEqual([name, wanted.dtype, wanted.shape]);
  const values = came.dataSync<'float32'>();
  const expected = wanted.dataSync<'float32'>();
  const largest = expected.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-3);
  const worst = values.reduce((max, value, at) => Math.max(max, Math.abs(value - expected[at]!)), 0);
  expect(worst / largest, name).toBeLessThan(tolerance);
}
