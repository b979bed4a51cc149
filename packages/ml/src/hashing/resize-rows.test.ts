import { expect, it } from 'vitest';
import { packColumns, resizeRows } from './resize-rows.ts';

const one = 2 ** 22;

it.each([1, 7, 8, 9, 40])(
  'each byte of a column is the sum of %i bytes of a row by their weights',
  (taps) => {
    const [width, height] = [50, 3];
    const rows = Uint8Array.from({ length: width * height }, (_, i) => (i * i * 37 + 11 * i) % 256);
    // Some negative, with all of their bits.
    const weights = Array.from({ length: taps }, (_, k) =>
      Math.trunc((one * (((k * k + 3) % 7) - 2)) / (taps + 1)),
    );
    const columns = [0, 4, width - taps].map((first) => ({ first, weights }));
    const sums = columns.flatMap(({ first }) =>
      Array.from({ length: height }, (_, y) =>
        weights.reduce((sum, weight, k) => sum + weight * rows[y * width + first + k]!, 0),
      ),
    );
    const clipped = Uint8ClampedArray.from(sums, (sum) => Math.floor(sum / one + 0.5));
    expect([...resizeRows(rows, width, packColumns(columns))]).toEqual([...clipped]);
  },
);

it('columns may be made of unequally many bytes, the last of a row among them', () => {
  const many = 2 ** 16;
  const columns = [
    { first: 0, weights: new Array<number>(many).fill(one / many) },
    { first: many, weights: [one] },
  ];
  const row = Uint8Array.from({ length: many + 1 }, (_, i) => (i < many ? 90 : 10));
  expect([...resizeRows(row, row.length, packColumns(columns))]).toEqual([90, 10]);
});
