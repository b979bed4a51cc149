import { expect, test } from 'vitest';
import { rowsPerLayer } from './rows-per-layer.ts';

test('a family’s page shows twelve neurons of a layer, fewer where models or layers are many, and one at least', () => {
  expect(rowsPerLayer(7, 10)).toBe(12);
  expect(rowsPerLayer(50, 10)).toBe(6);
  expect(rowsPerLayer(100, 57)).toBe(1);
});
