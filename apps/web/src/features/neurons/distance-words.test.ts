import { expect, test } from 'vitest';
import { distanceInWords } from './distance-words.ts';

const floor = { mean: 24.5, deviation: 3.5, count: 2 };
const ceiling = { mean: 31.9, deviation: 5.2, count: 22 };

test('a distance is told with its floor and ceiling, and where it lies between them', () => {
  const calibration = { floor, ceiling, position: 0.8784, z: -0.1731, missing: [] };
  expect(distanceInWords({ bits: 31, of: 64, calibration })).toBe(
    '31 of 64 bits; floor 24.5, ceiling 31.9; 0.88 of the way, z −0.17',
  );
});

test('what isn’t known is told with the reason', () => {
  const missing = ['floor: neither model has a picture by another seed here'];
  const calibration = { floor: null, ceiling, position: null, z: 0.4, missing };
  expect(distanceInWords({ bits: 33.96, of: 64, calibration })).toBe(
    '34.0 of 64 bits; ceiling 31.9; z 0.40; floor: neither model has a picture by another seed here',
  );
});
