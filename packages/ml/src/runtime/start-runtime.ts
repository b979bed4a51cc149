import * as tf from '@tensorflow/tfjs';
import { badInput } from '../errors/domain-error.ts';
import { type Backend, type BackendChoice, backendChoices, isBackendChoice } from './backend.ts';
import { loadBackend } from './load-backend.ts';

export interface Runtime {
  backend: Backend;
  /** For a start-up line and beside every result: `wasm, tfjs 4.22.0`. */
  description: string;
}

/** What `auto` tries, best first. WebGPU is left to those who ask: without a GPU it runs in software, slower than WASM. */
const automatic: Backend[] = ['tfjs-node-gpu', 'tfjs-node', 'wasm', 'cpu'];

const howToGet: Partial<Record<Backend, string>> = {
  'tfjs-node-gpu': 'run "npm install @tensorflow/tfjs-node-gpu" where its download and CUDA 11.2 are at hand',
  'tfjs-node': 'run "npm install @tensorflow/tfjs-node" where its download is at hand',
  webgpu:
    'run "npm install webgpu @tensorflow/tfjs-backend-webgpu" on a machine with a Vulkan, Metal or D3D12 driver',
};

/**
 * Starts the backend that all of this process's computing runs on.
 * @param choice KINDRED_BACKEND; `auto` takes the first that works here
 * @throws BAD_INPUT for an unknown name, or for one that isn't installed, saying how to get it
 */
export async function startRuntime(choice: string = 'auto'): Promise<Runtime> {
  if (!isBackendChoice(choice)) {
    throw badInput(`Unknown backend "${choice}": known are ${backendChoices.join(', ')}.`);
  }
  tf.env().set('PROD', true);
  const backend = choice === 'auto' ? await startFirst(automatic) : await startNamed(choice);
  return { backend, description: `${backend}, tfjs ${tf.version.tfjs}` };
}

async function startFirst(candidates: Backend[]): Promise<Backend> {
  for (const backend of candidates) {
    try {
      await loadBackend[backend]();
      return backend;
    } catch {
      // Not installed, or its driver is missing: the next one serves.
    }
  }
  throw new Error(`None of ${candidates.join(', ')} starts on this machine.`);
}

async function startNamed(backend: Exclude<BackendChoice, 'auto'>): Promise<Backend> {
  try {
    await loadBackend[backend]();
    return backend;
  } catch (cause) {
    const advice = howToGet[backend] ?? 'run "npm ci" again';
    throw badInput(
      `The backend "${backend}" does not start here: ${advice}, or set KINDRED_BACKEND=auto.`,
      cause,
    );
  }
}
