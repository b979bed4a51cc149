import { createRequire } from 'node:module';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Backend } from './backend.ts';
import { registerWasmKernels } from './wasm-kernels/register.ts';

/** How each backend is made ready. Those that npm may have left out are imported when they are asked for. */
export const loadBackend: Readonly<Record<Backend, () => Promise<void>>> = {
  'tfjs-node-gpu': () => loadNative('@tensorflow/tfjs-node-gpu'),
  webgpu: loadWebGpu,
  'tfjs-node': () => loadNative('@tensorflow/tfjs-node'),
  wasm: async () => {
    const module = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(`${path.dirname(module)}${path.sep}`);
    await activate('wasm');
    registerWasmKernels();
  },
  cpu: () => activate('cpu'),
};

/** Both native packages register themselves as "tensorflow". */
async function loadNative(packageName: string): Promise<void> {
  await import(packageName);
  await activate('tensorflow');
}

/** Dawn, from the npm package webgpu, gives Node the `navigator.gpu` that the backend looks for. */
async function loadWebGpu(): Promise<void> {
  const dawn = (await import('webgpu' as string)) as { create(options: string[]): unknown; globals: object };
  Object.assign(globalThis, dawn.globals);
  Object.defineProperty(globalThis, 'navigator', { value: { gpu: dawn.create([]) }, configurable: true });
  await import('@tensorflow/tfjs-backend-webgpu' as string);
  await activate('webgpu');
}

async function activate(name: string): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`tfjs could not start its backend "${name}".`);
  await tf.ready();
}
