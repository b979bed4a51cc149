import { countBits } from './count-bits.ts';

const bits = 64;
/** A hash is looked up in 16 parts of four bits. */
const partBits = 4;
const parts = bits / partBits;
const partValues = 2 ** partBits;
const pairValues = partValues ** 2;

/** Of each hash, in whole numbers. */
export interface SummedDistances {
  /** Of the unequal bits. */
  sums: Float64Array;
  /** Of the squares of their numbers. */
  squares: Float64Array;
}

/**
 * Adds up how far each of these hashes is from all of `others`, without going through them each time. With bits as signs, a distance
 * is (64 − Σ a·b) / 2, so that the sum over all b needs no more of them than the sums of each sign, and that of the squares the sums of
 * the products of each two.
 * @param hashes [hashes, 2] words of 32 bits
 * @param others as `hashes`
 */
export function sumDistances(hashes: Uint32Array, others: Uint32Array): SummedDistances {
  const count = others.length / 2;
  const columns = bitColumns(others);
  const linear = linearTable(columns, count);
  const quadratic = quadraticTable(columns, count);
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
    sums[hash] = (bits * count - agreement) / 2;
    squares[hash] = (bits ** 2 * count - 2 * bits * agreement + products) / 4;
  }
  return { sums, squares };
}

const partOf = (part: number, words: Uint32Array, at: number): number =>
  (words[part < parts / 2 ? at : at + 1]! >>> (partBits * (part % (parts / 2)))) & (partValues - 1);

/** [bits, hashes / 32]: each bit of all hashes. */
function bitColumns(hashes: Uint32Array): Uint32Array[] {
  const columns = Array.from({ length: bits }, () => new Uint32Array(Math.ceil(hashes.length / 64)));
  for (const [bit, column] of columns.entries())
    for (let hash = 0; hash < hashes.length / 2; hash++)
      column[hash >> 5]! |= ((hashes[2 * hash + (bit >> 5)]! >>> (bit & 31)) & 1) << (hash & 31);
  return columns;
}

/** The sum of the products of the signs of two columns. */
function signsOf(one: Uint32Array, other: Uint32Array, count: number): number {
  let unequal = 0;
  for (let word = 0; word < one.length; word++) unequal += countBits(one[word]! ^ other[word]!);
  return count - 2 * unequal;
}

/** [parts, values]: what a part's value adds to the sum of the products with all hashes. */
function linearTable(columns: readonly Uint32Array[], count: number): Int32Array {
  const table = new Int32Array(parts * partValues);
  const none = new Uint32Array(columns[0]!.length);
  for (let part = 0; part < parts; part++) {
    const sums = bitsOf(part).map((bit) => signsOf(columns[bit]!, none, count));
    table.set(signedSums(sums), part * partValues);
  }
  return table;
}

/**
 * [pairs of parts, values, values]: what the values of two parts add to the sum of the squares of those products, that of two different
 * parts in both orders. The pairs are those of the first part with itself, of the second with the first and itself, and so on.
 */
function quadraticTable(columns: readonly Uint32Array[], count: number): Int32Array {
  const table = new Int32Array(((parts * (parts + 1)) / 2) * pairValues);
  for (let one = 0, at = 0; one < parts; one++) {
    for (let other = 0; other <= one; other++, at += pairValues) {
      const times = one === other ? 1 : 2;
      const rows = bitsOf(other).map((beside) =>
        signedSums(bitsOf(one).map((bit) => times * signsOf(columns[bit]!, columns[beside]!, count))),
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
