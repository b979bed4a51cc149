import type { NamedArrays } from '../pruning/named-arrays.ts';
import type { Weights } from './pass.ts';

/** The values of tensors on this side of the backend. */
export async function readArrays(tensors: Weights): Promise<NamedArrays> {
  const entries = Object.entries(tensors).map(
    async ([name, tensor]) => [name, (await tensor.data()) as Float32Array] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
