import { expect, test } from 'vitest';
import { differenceOf } from './difference-of.ts';

const rgba = (...pixels: [number, number, number][]) =>
  new Uint8ClampedArray(pixels.flatMap((pixel) => [...pixel, 255]));

test('the largest difference of two pictures is white, half of it grey, and none black', () => {
  const a = rgba([10, 20, 30], [0, 0, 0], [100, 100, 100]);
  const b = rgba([10, 20, 30], [30, 60, 90], [70, 100, 190]);
  const { pixels, largest, mean } = differenceOf(a, b);
  expect([largest, mean]).toEqual([60, (0 + 60 + 40) / 3]);
  expect(pixels).toEqual(rgba([0, 0, 0], [255, 255, 255], [170, 170, 170]));
});

test('equal pictures are black all over', () => {
  const a = rgba([1, 2, 3], [4, 5, 6]);
  expect(differenceOf(a, a)).toEqual({ pixels: rgba([0, 0, 0], [0, 0, 0]), largest: 0, mean: 0 });
});
