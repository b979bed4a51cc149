import { expect, test } from 'vitest';
import { rowsPerLayer } from './rows-per-layer.ts';

test('a family’s page shows twelve neurons of a layer, fewer where models or layers are many, and one at least', () => {
  expect(rowsPerLayer(5, 10)).toBe(12);
  expect(rowsPerLayer(12, 10)).toBe(5);
  expect(rowsPerLayer(100, 57)).toBe(1);
});
