import { type ByHash, byHash } from './hash-names.ts';
import type { Visualization } from './visualization.entity.ts';

/** Unequal bits: of 64, and of 42 for color. */
export type HammingDistance = ByHash<number>;

type Hashed = Pick<Visualization, 'activation' | 'hashes'>;

/**
 * The distance of two pictures; null where one has no hashes yet, the two follow different definitions, or a neuron stayed
 * silent: with activation 0 there is no gradient, and its picture is the start image still.
 */
export function hammingDistance(from: Hashed, to: Hashed): HammingDistance | null {
  const [a, b] = [from.hashes, to.hashes];
  if (!a || !b || a.version !== b.version || from.activation === 0 || to.activation === 0) return null;
  return byHash((hash) => unequalBits(a[hash], b[hash]));
}

/** Of two bit strings of one length. */
function unequalBits(a: string, b: string): number {
  let count = 0;
  for (let bit = 0; bit < a.length; bit++) if (a.charCodeAt(bit) !== b.charCodeAt(bit)) count++;
  return count;
}
