import { countBits } from '../visualizations/count-bits.ts';
import type { Tally } from './tally.ts';

const bits = 64;
/** A hash is looked up in 16 parts of four bits. */
const partBits = 4;
const parts = bits / partBits;
const partValues = 2 ** partBits;
const pairValues = partValues ** 2;

/**
 * What sums of distances need to know of some hashes. With bits as signs, a distance is (64 − Σ a·b) / 2, so that the sum over all b
 * needs no more of them than the sums of each sign, and that of the squares the sums of the products of each two.
 */
export interface SignSums {
  /** How many hashes. */
  count: number;
  /** [bits] */
  sums: Int32Array;
  /** [bits, bits] */
  products: Int32Array;
}

/** @param hashes [hashes, 2] words of 32 bits */
export function sumSigns(hashes: Uint32Array): SignSums {
  const count = hashes.length / 2;
  const columns = bitColumns(hashes);
  const none = new Uint32Array(columns[0]!.length);
  const sums = Int32Array.from(columns, (column) => sumOfProducts(column, none, count));
  const products = new Int32Array(bits * bits);
  for (let one = 0; one < bits; one++)
    for (let other = 0; other <= one; other++) {
      const product = sumOfProducts(columns[one]!, columns[other]!, count);
      products[one * bits + other] = product;
      products[other * bits + one] = product;
    }
  return { count, sums, products };
}

/** Of the distances between each hash of the one and each of the other. */
export function tallyAll(one: SignSums, other: SignSums): Tally {
  const count = one.count * other.count;
  const [agreement, products] = [dot(one.sums, other.sums), dot(one.products, other.products)];
  return { count, ...fromSigns(count, agreement, products) };
}

/** Of each hash, in whole numbers. */
export interface SummedDistances {
  /** Of the unequal bits. */
  sums: Float64Array;
  /** Of the squares of their numbers. */
  squares: Float64Array;
}

/**
 * Adds up how far each of these hashes is from all of others, without going through those each time.
 * @param hashes [hashes, 2] words of 32 bits
 */
export function sumDistances(hashes: Uint32Array, others: SignSums): SummedDistances {
  const linear = linearTable(others);
  const quadratic = quadraticTable(others);
  const sums = new Float64Array(hashes.length / 2);
  const squares = new Float64Array(hashes.length / 2);
  const values = new Uint8Array(parts);
  for (let hash = 0; hash < sums.length; hash++) {
    for (let part = 0; part < parts; part++) values[part] = partOf(part, hashes, 2 * hash);
    let [agreement, products] = [0, 0];
    for (let one = 0, pair = 0; one < parts; one++) {
      agreement += linear[one * partValues + values[one]!]!;
      const value = values[one]! * partValues;
      for (let other = 0; other <= one; other++, pair += pairValues)
        products += quadratic[pair + value + values[other]!]!;
    }
    const { sum, squares: squared } = fromSigns(others.count, agreement, products);
    sums[hash] = sum;
    squares[hash] = squared;
  }
  return { sums, squares };
}

/**
 * @param agreement Σ a·b over all of these distances
 * @param products Σ (a·b)²
 */
const fromSigns = (count: number, agreement: number, products: number) => ({
  sum: (bits * count - agreement) / 2,
  squares: (bits ** 2 * count - 2 * bits * agreement + products) / 4,
});

const partOf = (part: number, words: Uint32Array, at: number): number =>
  (words[part < parts / 2 ? at : at + 1]! >>> (partBits * (part % (parts / 2)))) & (partValues - 1);

/** [bits, hashes / 32]: each bit of all hashes. */
function bitColumns(hashes: Uint32Array): Uint32Array[] {
  const words = Math.ceil(hashes.length / 64);
  const columns = Array.from({ length: bits }, () => new Uint32Array(words));
  const square = new Uint32Array(32);
  for (let word = 0; word < words; word++)
    for (let half = 0; half < 2; half++) {
      for (let row = 0; row < 32; row++) square[row] = hashes[2 * (32 * word + row) + half] ?? 0;
      transpose(square);
      for (let bit = 0; bit < 32; bit++) columns[32 * half + bit]![word] = square[bit]!;
    }
  return columns;
}

/** Of 32 words of 32 bits: ever smaller squares beside the diagonal change places (Warren, Hacker's Delight, 7-3). */
function transpose(square: Uint32Array): void {
  for (let size = 16, mask = 0xffff; size > 0; size >>= 1, mask ^= mask << size)
    for (let row = 0; row < 32; row = (row + size + 1) & ~size) {
      const moved = ((square[row]! >>> size) ^ square[row + size]!) & mask;
      square[row]! ^= moved << size;
      square[row + size]! ^= moved;
    }
}

/** Of the signs of two columns. */
function sumOfProducts(one: Uint32Array, other: Uint32Array, count: number): number {
  let unequal = 0;
  for (let word = 0; word < one.length; word++) unequal += countBits(one[word]! ^ other[word]!);
  return count - 2 * unequal;
}

function dot(one: Int32Array, other: Int32Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += one[place]! * other[place]!;
  return sum;
}

/** [parts, values]: what a part's value adds to the sum of the products with all hashes. */
function linearTable({ sums }: SignSums): Int32Array {
  const table = new Int32Array(parts * partValues);
  for (let part = 0; part < parts; part++)
    table.set(signedSums(bitsOf(part).map((bit) => sums[bit]!)), part * partValues);
  return table;
}

/**
 * [pairs of parts, values, values]: what the values of two parts add to the sum of the squares of those products, that of two different
 * parts in both orders. The pairs are those of the first part with itself, of the second with the first and itself, and so on.
 */
function quadraticTable({ products }: SignSums): Int32Array {
  const table = new Int32Array(((parts * (parts + 1)) / 2) * pairValues);
  for (let one = 0, at = 0; one < parts; one++) {
    for (let other = 0; other <= one; other++, at += pairValues) {
      const times = one === other ? 1 : 2;
      const rows = bitsOf(other).map((beside) =>
        signedSums(bitsOf(one).map((bit) => times * products[bit * bits + beside]!)),
      );
      for (let value = 0; value < partValues; value++)
        table.set(signedSums(rows.map((row) => row[value]!)), at + value * partValues);
    }
  }
  return table;
}

const bitsOf = (part: number): number[] =>
  Array.from({ length: partBits }, (_, bit) => partBits * part + bit);

/** [values]: the sum of these with the signs of each value's bits, 1 as minus. */
function signedSums(sums: readonly number[]): Int32Array {
  const table = new Int32Array(partValues);
  table[0] = sums.reduce((sum, one) => sum + one, 0);
  for (let value = 1; value < partValues; value++) {
    const highest = 31 - Math.clz32(value);
    table[value] = table[value - (1 << highest)]! - 2 * sums[highest]!;
  }
  return table;
}
