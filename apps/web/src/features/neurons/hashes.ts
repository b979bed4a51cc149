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
