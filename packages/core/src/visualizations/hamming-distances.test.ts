import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { findVisualizations } from './find-visualizations.ts';
import { hammingDistances } from './hamming-distances.ts';

let database: TestDatabase;
let family: Family;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
});
afterAll(() => database.drop());

const hashes = ['average', 'perceptual', 'difference', 'wavelet', 'color'] as const;
const unequal = (a: string, b: string) => [...a].filter((bit, i) => bit !== b[i]).length;

function picturesOf(modelId: string) {
  return findVisualizations(
    database.dataSource,
    family.neurons.map((neuron) => ({ modelId, ...neuron, preset: 'quick', seed: 1 })),
  ).then((found) => found.map((picture) => picture!));
}

test('without a seed a picture is that by the experiment’s own, of all that were asked for at once', async () => {
  const keys = family.neurons.map((neuron) => ({ modelId: family.parent.id, ...neuron }));
  const found = await findVisualizations(database.dataSource, keys);
  expect(found.map((picture) => picture!.seed)).toEqual(keys.map(() => 1));
});

test('distances are counted bit by bit, in the order of the pairs', async () => {
  const [parents, children] = await Promise.all([
    picturesOf(family.parent.id),
    picturesOf(family.children[0]!.id),
  ]);
  const pairs = parents.map((from, i) => ({ from: from.id, to: children[i]!.id })).reverse();
  const counted = parents
    .map((from, i) =>
      Object.fromEntries(
        hashes.map((hash) => [hash, unequal(from.hashes![hash], children[i]!.hashes![hash])]),
      ),
    )
    .reverse();
  expect(await hammingDistances(database.dataSource, pairs)).toEqual(counted);
  expect(counted.some(({ average }) => average! > 0)).toBe(true);
});

test('a picture is no bit away from itself', async () => {
  const id = (await picturesOf(family.parent.id))[0]!.id;
  const same = { average: 0, perceptual: 0, difference: 0, wavelet: 0, color: 0 };
  expect(await hammingDistances(database.dataSource, [{ from: id, to: id }])).toEqual([same]);
});

test('pairs with a picture that is missing, or hashed by another definition, have no distance', async () => {
  const [first, second] = await picturesOf(family.parent.id);
  await database.dataSource.query(
    `update visualization_hashes set version = 'other' where visualization_id = $1`,
    [second!.id],
  );
  const nobody = '00000000-0000-4000-8000-000000000000';
  const pairs = [
    { from: first!.id, to: nobody },
    { from: first!.id, to: second!.id },
  ];
  expect(await hammingDistances(database.dataSource, pairs)).toEqual([null, null]);
  expect(await hammingDistances(database.dataSource, [])).toEqual([]);
});

test('a picture that nothing moved from its start has no distance: its neuron stayed silent', async () => {
  const [, , silent, loud] = await picturesOf(family.children[1]!.id);
  await database.dataSource.query('update visualization set activation = 0 where id = $1', [silent!.id]);
  const pairs = [
    { from: silent!.id, to: loud!.id },
    { from: loud!.id, to: silent!.id },
  ];
  expect(await hammingDistances(database.dataSource, pairs)).toEqual([null, null]);
});
