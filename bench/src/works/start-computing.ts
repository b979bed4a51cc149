import { startRuntime, useThreads } from '@kindred/ml';
import { backendChoice } from '../env.ts';

/** Starts the backend on that many threads; returns the versions that a result depends on. */
export async function startComputing(threads: number): Promise<Record<string, string>> {
  const { description } = await startRuntime(backendChoice());
  useThreads(threads);
  return { node: process.versions.node, backend: description };
}
