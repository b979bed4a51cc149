import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { findArchitecture } from '../architectures/registry.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { startRuntime } from './start-runtime.ts';

/** Logits of a small network for two small pictures, on the backend of that name. */
export async function forwardOn(backend: string): Promise<number[]> {
  await startRuntime(backend);
  const architecture = findArchitecture('resnet8');
  const weights = initializeWeights(architecture.tensors({ channels: 1, classes: 3 }), 1);
  const images = tf.tensor4d(
    Float32Array.from({ length: 72 }, (_, pixel) => Math.sin(pixel)),
    [2, 6, 6, 1],
  );
  return [...(await computeLogits(architecture, inferencePass(weights), images).data())];
}

/** As a process of its own it prints them: Vulkan's loader is found through the environment that a process starts with. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await forwardOn(process.argv[2]!)));
  process.exit(0);
}
