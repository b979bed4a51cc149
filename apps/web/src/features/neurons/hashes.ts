import type { NeuronDistanceFieldsFragment } from '@kindred/client';

export type HashName = 'average' | 'perceptual' | 'difference' | 'wavelet' | 'color';

/** The five hashes by their letter in the literature, with the shape their bits are drawn in. */
export const hashes: { name: HashName; letter: string; columns: number; rows: number }[] = [
  { name: 'average', letter: 'A', columns: 8, rows: 8 },
  { name: 'perceptual', letter: 'P', columns: 8, rows: 8 },
  { name: 'difference', letter: 'D', columns: 8, rows: 8 },
  { name: 'wavelet', letter: 'W', columns: 8, rows: 8 },
  // Fourteen values of three bits, a value a column.
  { name: 'color', letter: 'C', columns: 14, rows: 3 },
];

/** The bits of a hash, first bit first. `hex` is the number whose highest bit is the first. */
export function bitsOf({ hex, bits }: { hex: string; bits: number }): boolean[] {
  const text = BigInt(`0x${hex}`).toString(2).padStart(bits, '0');
  return [...text].map((bit) => bit === '1');
}

/** `A 31 P 34 D 29 W 32 C 6`. */
export function distanceWords(distance: NeuronDistanceFieldsFragment): string {
  return hashes.map(({ name, letter }) => `${letter} ${distance[name].bits}`).join(' ');
}

export interface Spread {
  mean: number;
  deviation: number;
}

/** Mean and sample standard deviation of the shares of unequal bits; null without any distance. */
export function meanShare(distances: NeuronDistanceFieldsFragment[]): Spread | null {
  return spread(distances.map((distance) => distance.meanShare));
}

/** Mean number of unequal bits of one hash. */
export function meanBits(distances: NeuronDistanceFieldsFragment[], hash: HashName): number {
  return distances.reduce((sum, distance) => sum + distance[hash].bits, 0) / distances.length;
}

function spread(values: number[]): Spread | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}
