import * as tf from '@tensorflow/tfjs';
import { startRuntime } from './start-runtime.ts';
import { tinyFunctions, type Values } from './tiny-functions.fixture.ts';

/**
 * As a process of its own it prints, for each of the tiny functions, how far the backend of that name is from the cpu at most:
 * a share of the largest of each tensor. Vulkan's loader is found through the environment that a process starts with.
 */
const [backend] = process.argv.slice(2) as [string];
const wanted = await computeOn('cpu');
const came = await computeOn(backend);
const apart = Object.keys(tinyFunctions).map((name) => [name, worst(came[name]!, wanted[name]!)]);
console.log(JSON.stringify({ backend: tf.getBackend(), apart: Object.fromEntries(apart) }));
process.exit(0);

async function computeOn(backend: string): Promise<Record<string, Values>> {
  await startRuntime(backend);
  const results: Record<string, Values> = {};
  for (const [name, compute] of Object.entries(tinyFunctions)) results[name] = await compute();
  return results;
}

function worst(came: Values, wanted: Values): number {
  return Math.max(...Object.entries(wanted).map(([name, values]) => distance(came[name]!, values)));
}

function distance(came: Float32Array, wanted: Float32Array): number {
  const largest = wanted.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-6);
  return Math.max(...wanted.map((value, index) => Math.abs(came[index]! - value) / largest));
}
