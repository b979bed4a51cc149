import type { Weights } from '../networks/pass.ts';
import type { NamedArrays } from './named-arrays.ts';

/** The values of a network's tensors, which stay. */
export async function arraysOf(weights: Weights): Promise<NamedArrays> {
  const entries = Object.entries(weights).map(
    async ([name, tensor]) => [name, (await tensor.data()) as Float32Array] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
