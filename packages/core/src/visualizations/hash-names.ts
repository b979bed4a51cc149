/** The five hashes and their lengths in bits. */
export const hashLengths = { average: 64, perceptual: 64, difference: 64, wavelet: 64, color: 42 } as const;

export type HashName = keyof typeof hashLengths;

export const hashNames = Object.keys(hashLengths) as HashName[];

/** A value for each hash. */
export type ByHash<Value> = Record<HashName, Value>;

export function byHash<Value>(valueFor: (hash: HashName) => Value): ByHash<Value> {
  return {
    average: valueFor('average'),
    perceptual: valueFor('perceptual'),
    difference: valueFor('difference'),
    wavelet: valueFor('wavelet'),
    color: valueFor('color'),
  };
}

/** The same, each value made when it is first asked for. */
export function lazyByHash<Value>(valueFor: (hash: HashName) => Value): ByHash<Value> {
  const values = {} as ByHash<Value>;
  for (const hash of hashNames) {
    const keep = () => {
      const value = valueFor(hash);
      Object.defineProperty(values, hash, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(values, hash, { get: keep, enumerable: true, configurable: true });
  }
  return values;
}
