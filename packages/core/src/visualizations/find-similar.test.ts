import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { findSimilar, type SimilarityQuestion } from './find-similar.ts';
import { findVisualizations } from './find-visualizations.ts';
import { type HashName, hashLengths, hashNames } from './hash-names.ts';
import type { Picture } from './picture.ts';
import { VisualizationHashes } from './visualization-hashes.entity.ts';

let database: TestDatabase;
let family: Family;
let to: Picture;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
  const key = { modelId: family.parent.id, ...family.neurons[0]! };
  const find = async () => (await findVisualizations(database.dataSource, [key]))[0]!;
  await disturbHashes((await find()).id);
  to = await find();
});
afterAll(() => database.drop());

/** Gives the pictures hashes that differ from those of one in 0 to 23 bits of chosen places. */
async function disturbHashes(one: string): Promise<void> {
  const rows = await database.dataSource.manager.find(VisualizationHashes, {
    order: { visualizationId: 'ASC' },
  });
  for (const [index, row] of rows.entries()) {
    const bits = row.visualizationId === one ? 0 : index % 24;
    for (const hash of hashNames) {
      const length = hashLengths[hash];
      const flips = new Set(Array.from({ length: bits }, (_, i) => (i * (index + 5) * 7) % length));
      row[hash] = Array.from(
        { length },
        (_, bit) => (Number(bit % 3 === 0) + Number(flips.has(bit))) % 2,
      ).join('');
    }
  }
  await database.dataSource.manager.save(rows);
}

const ask = (question: Partial<SimilarityQuestion> = {}) =>
  findSimilar(database.dataSource, { to, hash: 'perceptual', first: 1000, ...question });

/** Counted one by one among pictures of the same recipe, in the order of an answer. */
async function counted(hash: HashName, kept: (bits: number, row: VisualizationHashes) => boolean) {
  const rows = await database.dataSource.manager.find(VisualizationHashes);
  const own = rows.find(({ visualizationId }) => visualizationId === to.id)![hash];
  return rows
    .map((row) => ({ row, bits: [...own].filter((bit, i) => bit !== row[hash][i]).length }))
    .filter(({ row, bits }) => row.seed === to.seed && row.visualizationId !== to.id && kept(bits, row))
    .map(({ row, bits }) => ({ id: row.visualizationId, bits }))
    .sort((a, b) => a.bits - b.bits || (a.id < b.id ? -1 : 1));
}

const shortened = (found: Awaited<ReturnType<typeof findSimilar>>) =>
  found.map(({ visualization, bits }) => ({ id: visualization.id, bits }));

describe.each(hashNames)('by the %s hash', (hash) => {
  test.each([null, 0, 1, 2, 3, 7, 12, 13, 20, 21])(
    'the nearest within %s bits are those that counting finds',
    async (maxBits) => {
      const expected = await counted(hash, (bits) => bits <= (maxBits ?? 64));
      expect(shortened(await ask({ hash, maxBits }))).toEqual(expected);
    },
  );
});

test.each([
  ['average', 12, 10],
  ['color', 3, 2],
] as const)('the indexes of %s hashes leave nothing out within %i bits', async (hash, maxBits, some) => {
  const found = await database.dataSource.transaction(async (transaction) => {
    await transaction.query('set local enable_seqscan = off');
    return findSimilar(transaction, { to, first: 1000, hash, maxBits });
  });
  expect(found.length).toBeGreaterThan(some);
  expect(shortened(found)).toEqual(await counted(hash, (bits) => bits <= maxBits));
});

test('as many as asked for come, of the models asked for', async () => {
  const modelIds = family.children.map(({ id }) => id);
  const expected = await counted('perceptual', (_, { modelId }) => modelIds.includes(modelId));
  expect(shortened(await ask({ modelIds, first: 5 }))).toEqual(expected.slice(0, 5));
});

test('pictures of another recipe come only where any is asked for, and those that do not compare never', async () => {
  const before = shortened(await ask());
  const [otherSeed, otherPreset, otherVersion, silent] = before.map(({ id }) => id);
  const set = (id: string | undefined, values: Partial<VisualizationHashes>) =>
    database.dataSource.manager.update(VisualizationHashes, { visualizationId: id }, values);
  await set(otherSeed, { seed: 2 });
  await set(otherPreset, { preset: 'lucent' });
  await set(otherVersion, { version: 'other' });
  await set(silent, { comparable: false });
  expect(shortened(await ask())).toEqual(before.slice(4));
  const ofAny = shortened(await ask({ anyRecipe: true }));
  const ofBefore = ofAny.filter(({ id }) => before.some((picture) => picture.id === id));
  expect(ofBefore).toEqual([...before.slice(0, 2), ...before.slice(4)]);
  expect(ofAny.length).toBeGreaterThan(before.length);
});
