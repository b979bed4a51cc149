/** A stream of pseudo-random numbers (xoshiro128**), fixed by its key. */
export interface Random {
  /** In [0, 1). */
  uniform(): number;
  /** Whole, in [0, below). */
  integer(below: number): number;
  /** Standard normal. */
  normal(): number;
  /** The whole numbers 0 … length − 1 in random order. */
  permutation(length: number): Uint32Array;
}

/**
 * The stream that belongs to a key, for example `createRandom(seed, 'mask', pair)`.
 * Different keys give unrelated streams, so a draw never depends on what else was drawn before it.
 */
export function createRandom(...key: (string | number)[]): Random {
  const next = oneByOne(xoshiro128(hashKey(JSON.stringify(key))));
  const uniform = () => next() / 2 ** 32;
  const integer = (below: number) => Math.floor(uniform() * below);
  return {
    uniform,
    integer,
    normal: polarNormal(uniform),
    permutation: (length) => shuffle(length, integer),
  };
}

/** Four 32-bit words from text: FNV-1a, then splitmix32. */
function hashKey(text: string): Uint32Array<ArrayBuffer> {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return Uint32Array.from({ length: 4 }, () => {
    hash = (hash + 0x9e3779b9) | 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  });
}

/** Words are made in blocks, with the state in local variables: at least twice as fast as one at a time. */
function oneByOne(fill: (words: Uint32Array) => void): () => number {
  const block = new Uint32Array(64);
  let place = block.length;
  return () => {
    if (place === block.length) {
      fill(block);
      place = 0;
    }
    return block[place++]!;
  };
}

/** Fills an array with the next words. */
function xoshiro128(state: Uint32Array<ArrayBuffer>): (words: Uint32Array) => void {
  const rotate = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits));
  return (words) => {
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    for (let index = 0; index < words.length; index++) {
      words[index] = Math.imul(rotate(Math.imul(b, 5), 7), 9);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotate(d, 11);
    }
    state.set([a, b, c, d]);
  };
}

/** Marsaglia's polar method: two normals a round, the second kept for the next call. */
function polarNormal(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const radius = x * x + y * y;
      if (radius === 0 || radius >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(radius)) / radius);
      spare = y * scale;
      return x * scale;
    }
  };
}

/** Fisher–Yates. */
function shuffle(length: number, integer: (below: number) => number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const chosen = integer(last + 1);
    const kept = order[last]!;
    order[last] = order[chosen]!;
    order[chosen] = kept;
  }
  return order;
}
