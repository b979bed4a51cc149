import * as tf from '@tensorflow/tfjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../runtime/start-runtime.ts';
import { compile, engineMemory, useEngine, useThreads } from './compile.ts';
import { eagerEngine } from './eager.ts';
import { startSessionEngine } from './session-engine.ts';

const limit = 10_000;

beforeAll(async () => {
  await startRuntime('cpu');
  await useEngine(await startSessionEngine({ provider: 'cpu', threads: 1, graphBytesLimit: limit }));
});
afterAll(() => useEngine(eagerEngine));

let before = 0;
beforeEach(() => {
  before = tf.memory().numTensors;
});
afterEach(() => {
  expect(tf.memory().numTensors).toBe(before);
  expect(engineMemory()).toMatchObject({ runs: 0, residentBytes: 0 });
});

type Inputs = { state: { sum: tf.Tensor; steps: tf.Tensor }; by: tf.Tensor; scale: tf.Tensor };
let traced = 0;
const accumulate = ({ state, by, scale }: Inputs, { offset }: { offset: number }) => {
  traced++;
  const sum = tf.add(tf.add(state.sum, tf.mul(by, scale)), offset);
  return { state: { sum, steps: tf.add(state.steps, 1) }, doubled: tf.mul(sum, 2) };
};
const multiply = ({ a, b }: { a: tf.Tensor; b: tf.Tensor }) => ({ product: tf.mul(a, b) });

const vectors = new Set<tf.Tensor>();
const vector = (...values: number[]) => {
  const tensor = tf.tensor1d(values);
  vectors.add(tensor);
  return tensor;
};
afterEach(() => vectors.clear());
beforeEach(() => {});

async function told(tensor: tf.Tensor): Promise<number[]> {
  const values = [...(await tensor.data())];
  tensor.dispose();
  return values;
}

const freed = () => tf.dispose([...vectors]);

describe('a program on ONNX Runtime', () => {
  it('keeps residents in the session thread, replaces them, and tells the rest', async () => {
    const program = compile(accumulate, { offset: 0.5 }, { scale: vector(10) });
    const run = await program.start({ state: { sum: vector(1, 2), steps: vector(0) } });
    for (const wanted of [
      [23, 45],
      [44, 86],
    ]) {
      expect(await told((await run.step({ by: vector(1, 2) })).doubled)).toEqual(wanted);
    }
    const { state } = await run.read();
    expect([await told(state.sum), await told(state.steps)]).toEqual([[22, 43], [2]]);
    expect(engineMemory()).toMatchObject({ graphs: 1, runs: 1, residentBytes: 12 });
    run.dispose();
    await program.dispose();
    expect(engineMemory()).toMatchObject({ graphs: 0, graphBytes: 0 });
    freed();
  });
});
