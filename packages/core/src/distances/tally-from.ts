import { countBits } from './count-bits.ts';

const bits = 64;
/** A hash is looked up in 16 parts of four bits. */
const partBits = 4;
const parts = bits / partBits;
const partValues = 2 ** partBits;

/** How far some hashes are from one, in whole numbers. */
export interface Summed {
  /** Of the unequal bits. */
  sum: number;
  /** Of the squares of their numbers. */
  squares: number;
}

/**
 * Adds up how far any hash is from each of these, without going through them each time. With bits as signs, a distance is
 * (64 − Σ a·b) / 2, so that the sum over all b needs no more of them than the sums of each sign, and that of the squares the sums of
 * the products of each two.
 * @param hashes two words of 32 bits each
 */
export function tallyFrom(
  hashes: readonly (readonly [number, number])[],
): (high: number, low: number) => Summed {
  const columns = bitColumns(hashes);
  const none = new Uint32Array(columns[0]!.length);
  const linear = Array.from({ length: parts }, (_, part) =>
    linearOf(part, (bit) => signsOf(columns[bit]!, none)),
  );
  const quadratic = Array.from({ length: parts }, (_, one) =>
    Array.from({ length: one + 1 }, (_, other) =>
      quadraticOf(one, other, (bit, beside) => signsOf(columns[bit]!, columns[beside]!)),
    ),
  );
  /** The sum of the products of the signs of two columns. */
  function signsOf(one: Uint32Array, other: Uint32Array): number {
    let unequal = 0;
    for (let word = 0; word < one.length; word++) unequal += countBits(one[word]! ^ other[word]!);
    return hashes.length - 2 * unequal;
  }
  return (high, low) => {
    let [agreement, squares] = [0, 0];
    for (let one = 0; one < parts; one++) {
      const value = partOf(one, high, low);
      agreement += linear[one]![value]!;
      const products = quadratic[one]!;
      for (let other = 0; other < one; other++)
        squares += 2 * products[other]![value * partValues + partOf(other, high, low)]!;
      squares += products[one]![value * partValues + value]!;
    }
    return {
      sum: (bits * hashes.length - agreement) / 2,
      squares: (bits ** 2 * hashes.length - 2 * bits * agreement + squares) / 4,
    };
  };
}

const partOf = (part: number, high: number, low: number): number =>
  ((part < parts / 2 ? high : low) >>> (partBits * (part % (parts / 2)))) & (partValues - 1);

/** [bits, hashes / 32]: each bit of all hashes. */
function bitColumns(hashes: readonly (readonly [number, number])[]): Uint32Array[] {
  const columns = Array.from({ length: bits }, () => new Uint32Array(Math.ceil(hashes.length / 32)));
  for (const [place, words] of hashes.entries())
    for (let bit = 0; bit < bits; bit++)
      columns[bit]![place >> 5]! |= ((words[bit >> 5]! >>> (bit & 31)) & 1) << (place & 31);
  return columns;
}

/** [value]: what a part's value adds to the sum of the products with all hashes. */
function linearOf(part: number, sumOf: (bit: number) => number): Float64Array {
  const sums = Array.from({ length: partBits }, (_, bit) => sumOf(partBits * part + bit));
  return Float64Array.from({ length: partValues }, (_, value) => weigh(value, sums));
}

/** [value, value]: what the values of two parts add to the sum of the squares of those products. */
function quadraticOf(
  one: number,
  other: number,
  sumOf: (bit: number, beside: number) => number,
): Float64Array {
  const places = Array.from({ length: partBits }, (_, bit) => bit);
  const sums = places.map((beside) =>
    places.map((bit) => sumOf(partBits * one + bit, partBits * other + beside)),
  );
  const weighted = Float64Array.from({ length: partValues ** 2 });
  for (let value = 0; value < partValues; value++) {
    const ofValue = sums.map((ofBeside) => weigh(value, ofBeside));
    for (let beside = 0; beside < partValues; beside++)
      weighted[value * partValues + beside] = weigh(beside, ofValue);
  }
  return weighted;
}

/** The sum of these with the signs of a value's bits. */
function weigh(value: number, sums: readonly number[]): number {
  let sum = 0;
  for (let bit = 0; bit < partBits; bit++) sum += (value >> bit) & 1 ? -sums[bit]! : sums[bit]!;
  return sum;
}
