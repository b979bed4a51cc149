import { startRuntime } from '@kindred/ml';
import * as tf from '@tensorflow/tfjs';
import { backendChoice } from '../env.ts';

/** Starts the backend on that many threads; returns the versions that a result depends on. */
export async function startComputing(threads: number): Promise<Record<string, string>> {
  const { description } = await startRuntime(backendChoice(), { threads });
  return { node: process.versions.node, tfjs: tf.version.tfjs, backend: description };
}
