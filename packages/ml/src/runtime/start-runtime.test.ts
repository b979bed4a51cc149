import * as tf from '@tensorflow/tfjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadBackend } from './load-backend.ts';
import { startRuntime } from './start-runtime.ts';

const missing = () => Promise.reject(new Error('Cannot find package'));

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

  it('of an unknown backend is refused with what came and what is known', async () => {
    await expect(startRuntime('tpu')).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'Unknown backend "tpu": known are auto, tfjs-node-gpu, webgpu, tfjs-node, wasm, cpu.',
    });
  });

  it.each(['tfjs-node-gpu', 'tfjs-node', 'webgpu'] as const)(
    'that asks for a missing %s says how to get it',
    async (backend) => {
      vi.spyOn(loadBackend, backend).mockImplementation(missing);
      await expect(startRuntime(backend)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        message: expect.stringMatching(
          new RegExp(
            `"${backend}" does not start here: run "npm install .*${backend}"? .*KINDRED_BACKEND=auto`,
          ),
        ),
        cause: expect.objectContaining({ message: 'Cannot find package' }),
      });
    },
  );

  it('chosen automatically is the first that starts', async () => {
    vi.spyOn(loadBackend, 'tfjs-node-gpu').mockImplementation(missing);
    vi.spyOn(loadBackend, 'tfjs-node').mockImplementation(missing);
    expect((await startRuntime('auto')).backend).toBe('wasm');
    vi.spyOn(loadBackend, 'wasm').mockImplementation(missing);
    expect((await startRuntime('auto')).backend).toBe('cpu');
  });

  it('that cannot start at all says what was tried', async () => {
    for (const backend of ['tfjs-node-gpu', 'tfjs-node', 'wasm', 'cpu'] as const)
      vi.spyOn(loadBackend, backend).mockImplementation(missing);
    await expect(startRuntime()).rejects.toThrow('None of tfjs-node-gpu, tfjs-node, wasm, cpu starts');
  });
});
