import { kernelMemory, kernels } from './kernels.ts';

/** What a column of the result is made of: of each row as many bytes as there are weights, from `first` on. */
export interface Column {
  first: number;
  /** Fixed point × 2^22. */
  weights: readonly number[];
}

/** Columns as the kernel reads them. */
export interface PackedColumns {
  count: number;
  bytes: Uint8Array;
}

/** The kernel takes so many bytes at once, and their weights in two halves. */
const lanes = 8;
const lanesBytes = 4 * lanes;
const firstBytes = 16;
const lowerBits = 11;

/**
 * Weighted sums along each row, rounded and clipped to bytes.
 * @param rows [height, width]
 * @returns [columns, height]: transposed, so that the same again resizes the other way and turns the picture back
 */
export function resizeRows(rows: Uint8Array, width: number, columns: PackedColumns): Uint8Array {
  const height = rows.length / width;
  const columnBytes = columns.bytes.length / columns.count;
  const from = columns.bytes.length;
  const to = from + rows.length;
  const end = to + columns.count * height;
  // A column of few weights reads on, past the last row too, with weights of zero: never as far as its own length.
  const memory = kernelMemory(end + columnBytes);
  memory.set(columns.bytes);
  memory.set(rows, from);
  kernels.resizeRows(from, height, width, 0, columns.count, columnBytes, to);
  return memory.slice(to, end);
}

export function packColumns(columns: readonly Column[]): PackedColumns {
  const eights = Math.ceil(Math.max(...columns.map(({ weights }) => weights.length)) / lanes);
  const columnBytes = firstBytes + eights * lanesBytes;
  const packed = new DataView(new ArrayBuffer(columns.length * columnBytes));
  for (const [index, { first, weights }] of columns.entries()) {
    packed.setInt32(index * columnBytes, first, true);
    for (const [k, weight] of weights.entries()) {
      const eight = index * columnBytes + firstBytes + Math.floor(k / lanes) * lanesBytes;
      const upper = eight + 2 * (k % lanes);
      packed.setInt16(upper, weight >> lowerBits, true);
      packed.setInt16(upper + lanesBytes / 2, weight & (2 ** lowerBits - 1), true);
    }
  }
  return { count: columns.length, bytes: new Uint8Array(packed.buffer) };
}
