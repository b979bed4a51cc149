import { createRequire } from 'node:module';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { eagerEngine } from '../compiler/eager.ts';
import type { Engine } from '../compiler/engine.ts';
import { type SessionEngineOptions, startSessionEngine } from '../compiler/session-engine.ts';
import type { Backend } from './backend.ts';
import { registerCpuKernels, registerWasmKernels } from './kernels/register.ts';

const require = createRequire(import.meta.url);

/** What computes programs, and its name for people. */
export interface Loaded {
  engine: Engine;
  description: string;
}

/** Of engines that compile; the others have no use for it. */
export type EngineOptions = Pick<SessionEngineOptions, 'threads' | 'graphBytesLimit'>;

/** How each backend is made ready. Those that npm may have left out are imported when they are asked for. */
export const loadBackend: Readonly<Record<Backend, (options: EngineOptions) => Promise<Loaded>>> = {
  'tfjs-node-gpu': async () => {
    await loadNative('@tensorflow/tfjs-node-gpu');
    // Without CUDA the library starts all the same, on the processor.
    const { isUsingGpuDevice } = tf.backend() as { isUsingGpuDevice?: boolean };
    if (!isUsingGpuDevice) throw new Error('TensorFlow found no GPU.');
    return eager('tfjs-node-gpu');
  },
  'onnxruntime-cuda': async (options) => ({
    engine: await startSessions('cuda', options),
    description: `onnxruntime ${onnxRuntimeVersion()} on CUDA`,
  }),
  webgpu: async () => {
    await loadWebGpu();
    return eager('webgpu');
  },
  onnxruntime: async (options) => ({
    engine: await startSessions('cpu', options),
    description: `onnxruntime ${onnxRuntimeVersion()} on the CPU, ${options.threads} ${options.threads === 1 ? 'thread' : 'threads'}`,
  }),
  'tfjs-node': async () => {
    await loadNative('@tensorflow/tfjs-node');
    return eager('tfjs-node');
  },
  wasm: async () => {
    setWasmPaths(`${path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}${path.sep}`);
    await activate('wasm');
    registerWasmKernels();
    return eager('wasm');
  },
  cpu: async () => {
    await activate('cpu');
    registerCpuKernels();
    return eager('cpu');
  },
};

function eager(backend: Backend): Loaded {
  return { engine: eagerEngine, description: `${backend}, tfjs ${tf.version.tfjs}` };
}

/** Beside it tfjs's tensors are plain arrays. */
async function startSessions(provider: 'cpu' | 'cuda', options: EngineOptions): Promise<Engine> {
  await activate('cpu');
  return startSessionEngine({ provider, ...options });
}

function onnxRuntimeVersion(): string {
  return require('onnxruntime-node/package.json').version;
}

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
