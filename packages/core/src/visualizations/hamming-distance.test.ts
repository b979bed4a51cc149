import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { findVisualizations } from './find-visualizations.ts';
import { hammingDistance } from './hamming-distance.ts';
import { hashNames } from './hash-names.ts';

let database: TestDatabase;
let family: Family;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
});
afterAll(() => database.drop());

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

test('bits are counted as PostgreSQL counts them', async () => {
  const [parents, children] = await Promise.all([
    picturesOf(family.parent.id),
    picturesOf(family.children[0]!.id),
  ]);
  const counted = await database.dataSource.query(
    `select ${hashNames.map((hash) => `bit_count(a.${hash} # b.${hash})::integer as ${hash}`).join(', ')}
     from unnest($1::uuid[], $2::uuid[]) with ordinality as pair (a, b, place)
     join visualization_hashes a on a.visualization_id = pair.a
     join visualization_hashes b on b.visualization_id = pair.b order by place`,
    [parents.map(({ id }) => id), children.map(({ id }) => id)],
  );
  expect(parents.map((from, i) => hammingDistance(from, children[i]!))).toEqual(counted);
  expect(counted.some(({ average }: { average: number }) => average > 0)).toBe(true);
});

test('a picture is no bit away from itself', async () => {
  const [picture] = await picturesOf(family.parent.id);
  const same = { average: 0, perceptual: 0, difference: 0, wavelet: 0, color: 0 };
  expect(hammingDistance(picture!, picture!)).toEqual(same);
});

test('pictures without hashes, or hashed by different definitions, have no distance', async () => {
  const [first, second] = await picturesOf(family.parent.id);
  expect(hammingDistance(first!, { ...second!, hashes: null })).toBeNull();
  expect(
    hammingDistance(first!, { ...second!, hashes: { ...second!.hashes!, version: 'other' } }),
  ).toBeNull();
});

test('a picture that nothing moved from its start has no distance: its neuron stayed silent', async () => {
  const [silent, loud] = await picturesOf(family.children[1]!.id);
  const still = { ...silent!, activation: 0 };
  expect(hammingDistance(still, loud!)).toBeNull();
  expect(hammingDistance(loud!, still)).toBeNull();
});
