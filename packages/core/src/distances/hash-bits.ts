import type { HammingDistance } from '../visualizations/hamming-distances.ts';

export type HashName = keyof HammingDistance;

/** Length of each hash in bits. */
export const hashBits: Readonly<HammingDistance> = {
  average: 64,
  perceptual: 64,
  difference: 64,
  wavelet: 64,
  color: 42,
};

export const hashNames = Object.keys(hashBits) as HashName[];

/** A value for each hash. */
export type ByHash<Value> = Record<HashName, Value>;

export function byHash<Value>(valueFor: (hash: HashName) => Value): ByHash<Value> {
  return Object.fromEntries(hashNames.map((hash) => [hash, valueFor(hash)])) as ByHash<Value>;
}
