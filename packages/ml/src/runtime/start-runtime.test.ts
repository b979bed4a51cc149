import * as tf from '@tensorflow/tfjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compile, engineMemory } from '../compiler/compile.ts';
import { eagerEngine } from '../compiler/eager.ts';
import type { Backend } from './backend.ts';
import { findGpu } from './find-gpu.ts';
import { loadBackend } from './load-backend.ts';
import { startRuntime } from './start-runtime.ts';

vi.mock('./find-gpu.ts', () => ({ findGpu: vi.fn() }));

const missing = () => Promise.reject(new Error('Cannot find package'));
const without = (...backends: Backend[]) => {
  for (const backend of backends) vi.spyOn(loadBackend, backend).mockImplementation(missing);
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a runtime', () => {
  it('computes on the backend that was named, and describes it', async () => {
    expect(await startRuntime('cpu')).toEqual({
      backend: 'cpu',
      description: `cpu, tfjs ${tf.version.tfjs}`,
    });
    expect(tf.getBackend()).toBe('cpu');
  });

  it('of ONNX Runtime computes programs there, and plain tensors in JavaScript', async () => {
    expect(await startRuntime('onnxruntime', { threads: 1 })).toEqual({
      backend: 'onnxruntime',
      description: 'onnxruntime 1.30.0 on the CPU, 1 thread',
    });
    expect(tf.getBackend()).toBe('cpu');
    const x = tf.tensor1d([1, 2]);
    const run = await compile(({ x }: { x: tf.Tensor }) => ({ y: tf.square(x) }), {}).start({});
    const { y } = await run.step({ x });
    expect([...(await y.data())]).toEqual([1, 4]);
    expect(engineMemory().graphs).toBe(1);
    run.dispose();
    tf.dispose([x, y]);
    await startRuntime('cpu');
    expect(engineMemory().graphs).toBe(0);
  });

  it('of an unknown backend is refused with what came and what is known', async () => {
    await expect(startRuntime('tpu')).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message:
        'Unknown backend "tpu": known are auto, tfjs-node-gpu, onnxruntime-cuda, webgpu, onnxruntime, tfjs-node, wasm, cpu.',
    });
  });

  it.each([
    ['tfjs-node-gpu', 'run "npm install @tensorflow/tfjs-node-gpu"'],
    ['onnxruntime-cuda', 'install.js --onnxruntime-node-install=cuda12"'],
    ['tfjs-node', 'run "npm install @tensorflow/tfjs-node"'],
    ['webgpu', 'run "npm install webgpu @tensorflow/tfjs-backend-webgpu"'],
  ] as const)('that asks for a missing %s says how to get it', async (backend, advice) => {
    without(backend);
    await expect(startRuntime(backend)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(
        new RegExp(`"${backend}" does not start here: .*${advice}.* or set KINDRED_BACKEND=auto`),
      ),
      cause: expect.objectContaining({ message: 'Cannot find package' }),
    });
  });

  it('that asks for CUDA where its libraries are missing is refused with the reason', async () => {
    await expect(startRuntime('onnxruntime-cuda')).rejects.toMatchObject({
      code: 'BAD_INPUT',
      cause: expect.objectContaining({ message: expect.stringMatching(/^ONNX Runtime: .*cuda/i) }),
    });
  });

  it('chosen automatically is the first that starts, ONNX Runtime where there is no GPU', async () => {
    without('tfjs-node-gpu', 'onnxruntime-cuda', 'tfjs-node');
    const started: string[] = [];
    for (const backend of ['onnxruntime', 'wasm', 'cpu'] as const) {
      started.push((await startRuntime('auto')).backend);
      without(backend);
    }
    expect(started).toEqual(['onnxruntime', 'wasm', 'cpu']);
  });

  it('chosen automatically is WebGPU where it finds a GPU', async () => {
    without('tfjs-node-gpu', 'onnxruntime-cuda');
    const webgpu = { engine: eagerEngine, description: 'webgpu' };
    vi.spyOn(loadBackend, 'webgpu').mockResolvedValue(webgpu);
    vi.mocked(findGpu).mockResolvedValueOnce('Some GPU');
    expect(await startRuntime('auto')).toEqual({ backend: 'webgpu', description: 'webgpu' });
  });

  it('that cannot start at all says what was tried', async () => {
    without('tfjs-node-gpu', 'onnxruntime-cuda', 'onnxruntime', 'tfjs-node', 'wasm', 'cpu');
    await expect(startRuntime()).rejects.toThrow(
      'None of tfjs-node-gpu, onnxruntime-cuda, webgpu, onnxruntime, tfjs-node, wasm, cpu starts',
    );
  });
});
