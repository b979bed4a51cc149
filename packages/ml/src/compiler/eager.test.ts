import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../runtime/start-runtime.ts';
import { compile } from './compile.ts';

beforeAll(() => startRuntime('cpu'));

let before = 0;
beforeEach(() => {
  before = tf.memory().numTensors;
});
afterEach(() => {
  expect(tf.memory().numTensors).toBe(before);
});

type Inputs = { state: { sum: tf.Tensor; steps: tf.Tensor }; by: tf.Tensor; scale: tf.Tensor };

const accumulate = ({ state, by, scale }: Inputs, { offset }: { offset: number }) => {
  const sum = tf.add(tf.add(state.sum, tf.mul(by, scale)), offset);
  return { state: { sum, steps: tf.add(state.steps, 1) }, doubled: tf.mul(sum, 2) };
};

/** What a call on fresh tensors gives; they are disposed of. */
async function using<T>(tensors: Record<string, number[]>, call: (tensors: never) => Promise<T>): Promise<T> {
  const made = Object.fromEntries(
    Object.entries(tensors).map(([name, values]) => [name, tf.tensor1d(values)]),
  );
  try {
    return await call(made as never);
  } finally {
    tf.dispose(made);
  }
}

async function valuesOf(tensor: tf.Tensor): Promise<number[]> {
  const values = [...(await tensor.data())];
  tensor.dispose();
  return values;
}

describe('a program on an eager backend', () => {
  it('keeps residents, replaces them by what a step gives, and tells the rest', async () => {
    await using(
      { scale: [10], sum: [1, 2], steps: [0] },
      async ({ scale, sum, steps }: Record<string, tf.Tensor>) => {
        const program = compile(accumulate, { offset: 0.5 }, { scale: scale! });
        const run = await program.start({ state: { sum: sum!, steps: steps! } });
        for (const [step, wanted] of [
          [23, 45],
          [44, 86],
        ].entries()) {
          const told = await using({ by: [1, 2] }, (inputs: { by: tf.Tensor }) => run.step(inputs));
          expect(Object.keys(told)).toEqual(['doubled']);
          expect(await valuesOf(told.doubled)).toEqual(wanted);
          const { state } = await run.read();
          expect([await valuesOf(state.sum), await valuesOf(state.steps)]).toEqual([
            wanted.map((w) => w / 2),
            [step + 1],
          ]);
        }
        run.dispose();
        await program.dispose();
        expect([...sum!.dataSync()]).toEqual([1, 2]);
      },
    );
  });

  it('may give its inputs and residents back as they are, and one tensor under two names', async () => {
    const same = ({ x, kept }: { x: tf.Tensor; kept: tf.Tensor }) => ({ kept, x, again: x, other: kept });
    await using({ kept: [1] }, async ({ kept }: { kept: tf.Tensor }) => {
      const run = await compile(same, {}).start({ kept });
      const told = await using({ x: [2] }, (inputs: { x: tf.Tensor }) => run.step(inputs));
      const values = await Promise.all([told.x, told.again, told.other].map(valuesOf));
      expect(values).toEqual([[2], [2], [1]]);
      expect(await valuesOf((await run.read()).kept)).toEqual([1]);
      run.dispose();
    });
  });

  it('keeps its residents when a step fails, and leaves no tensors behind', async () => {
    const failing = ({ sum, by }: { sum: tf.Tensor; by: tf.Tensor }) => ({
      sum: tf.add(sum, tf.reshape(by, [2])),
    });
    await using({ sum: [1, 2] }, async ({ sum }: { sum: tf.Tensor }) => {
      const run = await compile(failing, {}).start({ sum });
      const step = (by: number[]) => using({ by }, (inputs: { by: tf.Tensor }) => run.step(inputs));
      await step([1, 1]);
      await expect(step([1, 1, 1])).rejects.toThrow('Size(3) must match the product of shape 2');
      expect(await valuesOf((await run.read()).sum)).toEqual([2, 3]);
      run.dispose();
    });
  });

  it('refuses a step that gives another shape for a resident', async () => {
    const growing = ({ sum }: { sum: tf.Tensor }) => ({ sum: tf.concat([sum, sum]) });
    await using({ sum: [1] }, async ({ sum }: { sum: tf.Tensor }) => {
      const run = await compile(growing, {}).start({ sum });
      await expect(run.step({})).rejects.toThrow(
        'A step gives float32 [2] for the resident "sum", which is float32 [1].',
      );
      run.dispose();
    });
  });
});
