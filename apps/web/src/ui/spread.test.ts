import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('what lies apart already stays where it is', () => {
  expect(spread([30, 0, 10], 10)).toEqual([30, 0, 10]);
});

test('what lies too close moves by the same to both sides, and its order stays', () => {
  expect(spread([6, 4], 4)).toEqual([7, 3]);
  expect(spread([5, 5, 5], 2)).toEqual([3, 5, 7]);
});

test('those pushed onto others push them on', () => {
  const places = spread([0, 0, 1, 50], 2);
  expect(places.slice(0, 3).map((place) => Number(place.toFixed(9)))).toEqual([
    -1.666666667, 0.333333333, 2.333333333,
  ]);
  expect(places[3]).toBe(50);
  expect(spread([], 1)).toEqual([]);
});
