import { availableParallelism } from 'node:os';
import * as tf from '@tensorflow/tfjs';
import { useEngine } from '../compiler/compile.ts';
import { badInput } from '../errors/domain-error.ts';
import { type Backend, backendChoices, isBackendChoice } from './backend.ts';
import { findGpu } from './find-gpu.ts';
import { type EngineOptions, type Loaded, loadBackend } from './load-backend.ts';

export interface Runtime {
  backend: Backend;
  /** For a start-up line: `onnxruntime 1.30.0 on the CPU, 2 threads` or `wasm, tfjs 4.22.0`. */
  description: string;
}

export interface RuntimeOptions {
  /** Processor threads of ONNX Runtime; all processors by default. The other backends choose themselves. */
  threads?: number;
  /** Of the compiled graphs that nobody uses and that are kept for their next use; 1 GiB by default. */
  graphBytesLimit?: number;
}

/** What `auto` tries, the fastest first: GPUs, native kernels, then what runs everywhere. */
const automatic: Backend[] = [
  'tfjs-node-gpu',
  'onnxruntime-cuda',
  'webgpu',
  'onnxruntime',
  'tfjs-node',
  'wasm',
  'cpu',
];

const howToGet: Partial<Record<Backend, string>> = {
  'tfjs-node-gpu': 'run "npm install @tensorflow/tfjs-node-gpu" where its download and CUDA 11.2 are at hand',
  'onnxruntime-cuda':
    'run "node node_modules/onnxruntime-node/script/install.js --onnxruntime-node-install=cuda12" where its download, CUDA 12 and cuDNN 9 are at hand',
  'tfjs-node': 'run "npm install @tensorflow/tfjs-node" where its download is at hand',
  webgpu:
    'run "npm install webgpu @tensorflow/tfjs-backend-webgpu" on a machine with a Vulkan, Metal or D3D12 driver',
};

/**
 * Starts the backend that all of this process's computing runs on.
 * @param choice KINDRED_BACKEND; `auto` takes the first that works here
 * @throws BAD_INPUT for an unknown name, or for one that doesn't start, saying how to get it
 */
export async function startRuntime(
  choice: string = 'auto',
  { threads = availableParallelism(), ...rest }: RuntimeOptions = {},
): Promise<Runtime> {
  if (!isBackendChoice(choice)) {
    throw badInput(`Unknown backend "${choice}": known are ${backendChoices.join(', ')}.`);
  }
  const options = { threads, ...rest };
  tf.env().set('PROD', true);
  const { backend, engine, description } =
    choice === 'auto' ? await startFirst(options) : await startNamed(choice, options);
  await useEngine(engine);
  return { backend, description };
}

type Started = Loaded & { backend: Backend };

async function startFirst(options: EngineOptions): Promise<Started> {
  for (const backend of automatic) {
    try {
      // In software WebGPU is slower than everything after it.
      if (backend === 'webgpu' && !(await findGpu())) continue;
      return { backend, ...(await loadBackend[backend](options)) };
    } catch {
      // Not installed, or its driver is missing: the next one serves.
    }
  }
  throw new Error(`None of ${automatic.join(', ')} starts on this machine.`);
}

async function startNamed(backend: Backend, options: EngineOptions): Promise<Started> {
  try {
    return { backend, ...(await loadBackend[backend](options)) };
  } catch (cause) {
    const advice = howToGet[backend] ?? 'run "npm ci" again';
    throw badInput(
      `The backend "${backend}" does not start here: ${advice}, or set KINDRED_BACKEND=auto.`,
      cause,
    );
  }
}
