import { expect, test } from 'vitest';
import { panned, whole, zoomed } from './zoom.ts';

test('what lies under the pointer stays there', () => {
  const close = zoomed(whole, 4, [0.5, 0.25]);
  expect(close).toEqual({ scale: 4, x: -1.5, y: -0.75 });
  // The point of the picture at 0.5, 0.25 of the frame.
  expect([(0.5 - close.x) / 4, (0.25 - close.y) / 4]).toEqual([0.5, 0.25]);
});

test('a picture is never smaller than its frame, nor moved out of it', () => {
  expect(zoomed(zoomed(whole, 2, [1, 1]), 0.1, [0, 0])).toEqual({ scale: 1, x: 0, y: 0 });
  expect(panned(whole, [0.5, -0.5])).toEqual({ scale: 1, x: 0, y: 0 });
  expect(panned(zoomed(whole, 2, [0, 0]), [-5, 5])).toEqual({ scale: 2, x: -1, y: 0 });
});
