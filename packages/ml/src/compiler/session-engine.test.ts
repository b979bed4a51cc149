import * as tf from '@tensorflow/tfjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../runtime/start-runtime.ts';
import { compile, engineMemory, useEngine, useThreads } from './compile.ts';
import { eagerEngine } from './eager.ts';
import { startSessionEngine } from './session-engine.ts';

/** Room for one graph of `matrices` below, not for two. */
const graphBytesLimit = 5_000_000;

beforeAll(async () => {
  await startRuntime('cpu');
  await useEngine(await startSessionEngine({ provider: 'cpu', threads: 1, graphBytesLimit }));
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

type State = { sum: tf.Tensor; steps: tf.Tensor };
type Inputs = { state: State; by: tf.Tensor; scale: tf.Tensor };
let traced = 0;
const accumulate = ({ state, by, scale }: Inputs, { offset }: { offset: number }) => {
  traced++;
  const sum = tf.add(tf.add(state.sum, tf.mul(by, scale)), offset);
  return { state: { sum, steps: tf.add(state.steps, 1) }, doubled: tf.mul(sum, 2) };
};

async function told(tensor: tf.Tensor): Promise<number[]> {
  const values = [...(await tensor.data())];
  tensor.dispose();
  return values;
}

/** Runs on fresh tensors, which are disposed of. */
async function withVectors<T>(
  values: readonly number[][],
  call: (...vectors: tf.Tensor[]) => Promise<T>,
): Promise<T> {
  const vectors = values.map((value) => tf.tensor1d(value));
  try {
    return await call(...vectors);
  } finally {
    tf.dispose(vectors);
  }
}

/** Two steps of `accumulate` by `by` from a sum of zeros: doubled after each. */
function accumulated(by: number[], scale: tf.Tensor, offset = 0): Promise<number[][]> {
  const zeros = by.map(() => 0);
  return withVectors([zeros, [0], by], async (sum, steps, by) => {
    const run = await compile(accumulate, { offset }, { scale }).start({
      state: { sum: sum!, steps: steps! },
    });
    try {
      const outputs: number[][] = [];
      for (let step = 0; step < 2; step++) outputs.push(await told((await run.step({ by: by! })).doubled));
      return outputs;
    } finally {
      run.dispose();
    }
  });
}

describe('a program on ONNX Runtime', () => {
  it('keeps residents in the session thread, replaces them, and tells the rest', async () => {
    await withVectors([[10], [1, 2], [0], [1, 2]], async (scale, sum, steps, by) => {
      const program = compile(accumulate, { offset: 0.5 }, { scale: scale! });
      const run = await program.start({ state: { sum: sum!, steps: steps! } });
      expect(engineMemory()).toMatchObject({ runs: 1, residentBytes: 12 });
      for (const wanted of [
        [23, 45],
        [44, 86],
      ]) {
        const outputs = await run.step({ by: by! });
        expect(Object.keys(outputs)).toEqual(['doubled']);
        expect(await told(outputs.doubled)).toEqual(wanted);
      }
      expect(engineMemory()).toMatchObject({ runs: 1, residentBytes: 24 });
      const { state } = await run.read();
      expect([await told(state.sum), await told(state.steps)]).toEqual([[22, 43], [2]]);
      run.dispose();
      await program.dispose();
      expect(engineMemory()).toMatchObject({ graphs: 0, graphBytes: 0 });
    });
  });

  it('is compiled once for its statics, constants, shapes and threads, whoever starts it', async () => {
    await withVectors([[2], [3]], async (two, three) => {
      traced = 0;
      expect(await accumulated([1], two!)).toEqual([[4], [8]]);
      expect(await accumulated([1], two!)).toEqual([[4], [8]]);
      expect(traced).toBe(1);
      expect(await accumulated([1], three!)).toEqual([[6], [12]]);
      expect(await accumulated([1], two!, 1)).toEqual([[6], [12]]);
      expect(await accumulated([1, 1], two!)).toEqual([
        [4, 4],
        [8, 8],
      ]);
      expect(traced).toBe(4);
      useThreads(2);
      await accumulated([1], two!);
      useThreads(1);
      expect(traced).toBe(5);
    });
  });

  it('is dropped once its constants are disposed of, which nobody can give again', async () => {
    await withVectors([[2]], async (scale) => void (await accumulated([1], scale!)));
    await withVectors([[2]], async (scale) => void (await accumulated([1], scale!)));
    expect(engineMemory().graphs).toBe(1);
  });

  it('lets inputs be disposed of as soon as a step has begun', async () => {
    const run = await compile(({ x }: { x: tf.Tensor }) => ({ y: tf.square(x) }), {}).start({});
    const x = tf.tensor1d([3]);
    const step = run.step({ x });
    x.dispose();
    expect(await told((await step).y)).toEqual([9]);
    run.dispose();
  });

  it('that can’t be traced says why, and the next one runs', async () => {
    const reading = ({ x }: { x: tf.Tensor }) => ({ y: tf.mul(x, x.dataSync()[0]!) });
    await withVectors([[2]], async (x, scale = x) => {
      const run = await compile(reading, {}).start({});
      await expect(run.step({ x: x! })).rejects.toThrow('reading');
      run.dispose();
      expect(await accumulated([1], scale!)).toEqual([[4], [8]]);
    });
  });

  it('refuses a step that gives another shape for a resident', async () => {
    await withVectors([[1]], async (sum) => {
      const run = await compile(({ sum }: { sum: tf.Tensor }) => ({ sum: tf.concat([sum, sum]) }), {}).start({
        sum: sum!,
      });
      await expect(run.step({})).rejects.toThrow('A step gives float32 [2] for the resident "sum"');
      run.dispose();
    });
  });
});

describe('the memory of compiled programs', () => {
  const product = ({ x }: { x: tf.Tensor2D }) => ({ y: tf.matMul(tf.matMul(x, x), tf.relu(x)) });

  async function square(side: number): Promise<void> {
    const run = await compile(product, {}).start({});
    const x = tf.ones([side, side]) as tf.Tensor2D;
    tf.dispose(await run.step({ x }));
    x.dispose();
    run.dispose();
  }

  it('stays below its limit: the longest unused are dropped', async () => {
    for (const side of [500, 501, 502]) await square(side);
    const { graphs, graphBytes } = engineMemory();
    expect(graphs).toBe(1);
    expect(graphBytes).toBeGreaterThan(2_000_000);
    expect(graphBytes).toBeLessThan(graphBytesLimit);
  });

  it('is given back by those that are dropped: the process does not grow', async () => {
    for (let side = 700; side < 705; side++) await square(side);
    const { rss } = process.memoryUsage();
    for (let side = 705; side < 735; side++) await square(side);
    // Thirty sessions that stayed would hold 280 MB.
    expect(process.memoryUsage().rss - rss).toBeLessThan(120e6);
  });
});
