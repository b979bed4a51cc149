import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { findPictures } from './find-pictures.ts';
import { findVisualizations } from './find-visualizations.ts';
import { hashNames } from './hash-names.ts';
import { bitsOf } from './picture.ts';
import { VisualizationHashes } from './visualization-hashes.entity.ts';

let database: TestDatabase;
let family: Family;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
});
afterAll(() => database.drop());

const bits = {
  average: '1'.padEnd(64, '0'),
  perceptual: '1'.padStart(64, '0'),
  difference: '10'.repeat(32),
  wavelet: '0'.repeat(64),
  color: `0${'1'.repeat(41)}`,
};

test('hashes come as imagehash writes them, and tell their bits', async () => {
  const { manager } = database.dataSource;
  const [{ visualizationId }] = (await manager.find(VisualizationHashes, { take: 1 })) as [
    VisualizationHashes,
  ];
  await manager.update(VisualizationHashes, { visualizationId }, bits);
  const [picture] = await findPictures(database.dataSource, [visualizationId]);
  expect(hashNames.map((hash) => picture!.hashes![hash])).toEqual([
    { hex: '8000000000000000', bits: 64 },
    { hex: '0000000000000001', bits: 64 },
    { hex: 'aaaaaaaaaaaaaaaa', bits: 64 },
    { hex: '0000000000000000', bits: 64 },
    { hex: '1ffffffffff', bits: 42 },
  ]);
  expect(hashNames.map((hash) => bitsOf(picture!.hashes![hash]))).toEqual(Object.values(bits));
});

test('a picture found by its id is the one found by its neuron', async () => {
  const key = { modelId: family.parent.id, ...family.neurons[0]! };
  const [picture] = await findVisualizations(database.dataSource, [key]);
  expect(await findPictures(database.dataSource, [picture!.id])).toEqual([picture]);
});
