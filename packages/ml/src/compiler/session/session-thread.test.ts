import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ModelPart, onePart, type Parts } from '../lower/lower-in-parts.ts';
import { OnnxModel } from '../onnx/onnx-model.ts';
import type { Values } from './messages.ts';
import { type SessionThread, startSessionThread } from './session-thread.ts';

const options = { provider: 'cpu', threads: 1 };
const vector = (...values: number[]): Values => ({
  type: 'float32',
  dims: [values.length],
  data: Float32Array.from(values),
});

/** count' = count + by; sum = Σ count' */
function counting(): Parts {
  const model = new OnnxModel();
  const next = model.apply('Add', [model.input('count', 'float32', [2]), model.input('by', 'float32', [2])]);
  model.output("count'", next, 'float32', [2]);
  model.output('sum', model.apply('ReduceSum', [next], { keepdims: 0 }), 'float32', []);
  return onePart(model.encode());
}

let thread: SessionThread;
beforeEach(() => {
  thread = startSessionThread();
});
afterEach(() => thread.stop());

describe('the session thread', () => {
  it('keeps residents, replaces them step by step, and tells only what is wanted', async () => {
    const program = await thread.create(counting(), options);
    const residents = await thread.keep({ count: vector(1, 2) });
    const step = (by: Values) =>
      thread.step({ program, residents, feeds: { by }, wanted: ['sum'], replaced: { count: "count'" } });
    expect(await step(vector(1, 1))).toEqual({
      sum: { type: 'float32', dims: [], data: Float32Array.of(5) },
    });
    expect((await step(vector(10, 0))).sum!.data).toEqual(Float32Array.of(15));
    expect(await thread.read(residents)).toEqual({ count: vector(12, 3) });
    expect((await step(vector(0, 1))).sum!.data).toEqual(Float32Array.of(16));
  });

  it('holds several sets of residents for one program, apart from each other', async () => {
    const program = await thread.create(counting(), options);
    const [a, b] = [await thread.keep({ count: vector(0, 0) }), await thread.keep({ count: vector(5, 5) })];
    const run = (residents: number) =>
      thread.step({
        program,
        residents,
        feeds: { by: vector(1, 1) },
        wanted: [],
        replaced: { count: "count'" },
      });
    await Promise.all([run(a), run(b), run(a)]);
    expect(await thread.read(a)).toEqual({ count: vector(2, 2) });
    expect(await thread.read(b)).toEqual({ count: vector(6, 6) });
  });

  it("takes the model's bytes, and leaves the caller what it feeds", async () => {
    const { parts, ...rest } = counting();
    const model = new Uint8Array((parts[0] as ModelPart).model);
    const program = await thread.create({ parts: [{ model, leaves: {} }], ...rest }, options);
    expect(model.byteLength).toBe(0);
    const by = vector(1, 1);
    const residents = await thread.keep({ count: vector(0, 0) });
    await thread.step({ program, residents, feeds: { by }, wanted: [], replaced: {} });
    expect(by.data).toHaveLength(2);
  });

  it('answers what goes wrong with an error, and goes on', async () => {
    await expect(thread.create(onePart(Uint8Array.of(1, 2, 3)), options)).rejects.toThrow(
      'ONNX Runtime: Failed to load model because protobuf parsing failed.',
    );
    const program = await thread.create(counting(), options);
    const residents = await thread.keep({ count: vector(1, 1) });
    const step = (by: Record<string, Values>, at = program) =>
      thread.step({ program: at, residents, feeds: by, wanted: ['sum'], replaced: { count: "count'" } });
    await expect(step({})).rejects.toThrow('The input "by" was neither given nor kept.');
    await expect(step({ by: vector(1, 1, 1) })).rejects.toThrow(/invalid dimensions for input: by/i);
    await expect(step({ by: vector(1, 1) }, 99)).rejects.toThrow('Program 99');
    expect((await step({ by: vector(1, 1) })).sum!.data).toEqual(Float32Array.of(4));
    await thread.release(program);
    await expect(step({ by: vector(1, 1) })).rejects.toThrow(`Program ${program}`);
  });

  it('computes while this thread goes on', async () => {
    const model = new OnnxModel();
    const x = model.input('x', 'float32', [900, 900]);
    const product = model.apply('MatMul', [model.apply('MatMul', [x, x]), x]);
    model.output('y', product, 'float32', [900, 900]);
    const program = await thread.create(onePart(model.encode()), options);
    const feeds = { x: { type: 'float32' as const, dims: [900, 900], data: new Float32Array(810_000) } };
    let done = false;
    const step = thread.step({ program, feeds, wanted: ['y'], replaced: {} }).then(() => {
      done = true;
    });
    let turns = 0;
    while (!done) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      turns++;
    }
    await step;
    expect(turns).toBeGreaterThan(5);
  });

  it('lets what it was asked finish before it stops, and refuses what comes later', async () => {
    const created = thread.create(counting(), options);
    await Promise.all([thread.stop(), created]);
    await expect(thread.keep({})).rejects.toThrow('The session thread has ended with exit code 0.');
    await thread.stop();
  });

  it('rejects what waits when it dies', async () => {
    const broken = startSessionThread(new URL(`data:text/javascript,setTimeout(() => { throw 1; }, 50);`));
    await expect(broken.keep({})).rejects.toThrow('The session thread broke down.');
  });
});

describe('a process that ends in the middle of a step', () => {
  const fixture = fileURLToPath(new URL('exit-while-busy.fixture.ts', import.meta.url));
  const ending = (how: string) =>
    new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, ['--import', 'tsx', fixture, how], (error, _, stderr) =>
        resolve({ code: error?.code ?? error?.signal, stderr }),
      );
    });

  it('ends with its own code', async () => {
    expect(await ending('exit')).toEqual({ code: 3, stderr: '' });
  });

  it('ends with its own error', async () => {
    const { code, stderr } = await ending('throw');
    expect(code).toBe(1);
    expect(stderr).toContain('Error: as asked');
    expect(stderr).not.toContain('terminate called');
  });
});
