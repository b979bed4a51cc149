import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFamilies } from '../models/find-families.ts';
import { siblingPairs, snapshotPairs } from '../models/model-pairs.ts';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { byHash, hashNames } from '../visualizations/hash-names.ts';
import { type NeuronDistances, neuronDistances } from '../visualizations/neuron-distances.ts';
import { compareFamilies, type PairSet } from './compare-families.ts';
import { comparePairs } from './compare-pairs.ts';
import type { MeanDistance } from './mean-distances.ts';
import { readHashesFrom } from './read-hashes.ts';

let database: TestDatabase;
let family: Family;
let siblings: PairSet;
let snapshots: PairSet;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
  const { experiment } = family;
  const models = await findFamilies(database.dataSource, [experiment.id]);
  const set = { experiment, models, preset: 'quick', seed: 1 };
  siblings = { ...set, kind: 'siblings' };
  snapshots = { ...set, kind: 'snapshots' };
});
afterAll(() => database.drop());

const compare = (of: PairSet, against: PairSet, layer?: string) =>
  compareFamilies(readHashesFrom(database.dataSource), of, against, layer);

/** A distance that is the same by each hash. */
const distance = (neuron: string, bits: number): MeanDistance => ({
  neuron,
  pairs: [],
  ...byHash(() => bits),
});

test('a neuron counts only where both sets have it', () => {
  const of = [distance('stem:1', 32), distance('stem:2', 20), distance('stem:3', 64)];
  const against = [distance('stem:1', 22), distance('stem:2', 18), distance('stem:4', 1)];
  const { neurons, hashes } = comparePairs(of, against);
  expect(neurons).toBe(2);
  // Differences of 10 and 2: of four patterns of signs, one has a sum of 12.
  expect(hashes!.wavelet).toMatchObject({ effect: { value: 6, low: 2, high: 10 }, p: 1 / 4, exact: true });
  expect(hashes!.wavelet.effect.definition).toContain(
    'mean over 2 neurons; percentile bootstrap interval 0.95',
  );
  expect(hashes!.wavelet.definition).toContain('over 2 neurons, one-sided; all 4 patterns of signs');
});

test('siblings are compared with snapshots by the pictures of the recipe', async () => {
  const { dataSource } = database;
  const { neurons, hashes, missing } = await compare(siblings, snapshots);
  expect([neurons, missing]).toEqual([family.neurons.length, []]);
  const models = [...family.children, ...family.snapshots];
  const between = (pairs: ReturnType<typeof siblingPairs>) =>
    neuronDistances(dataSource, pairs, { preset: 'quick', seed: 1 });
  const [of, against] = await Promise.all([between(siblingPairs(models)), between(snapshotPairs(models))]);
  const mean = (distances: NeuronDistances[], hash: (typeof hashNames)[number]) =>
    distances.reduce((sum, one) => sum + one[hash], 0) / distances.length;
  for (const hash of hashNames) {
    expect(hashes![hash].effect.value).toBeCloseTo(mean(of, hash) - mean(against, hash), 9);
  }
});

test('the other way round the effect has the other sign, and both tests together count the ties twice', async () => {
  const [there, back] = await Promise.all([compare(siblings, snapshots), compare(snapshots, siblings)]);
  const { effect, p } = there.hashes!.average;
  expect(back.hashes!.average.effect.value).toBeCloseTo(-effect.value, 9);
  expect(back.hashes!.average.p + p).toBeGreaterThanOrEqual(1);
});

test('in one layer only its neurons count', async () => {
  const { neurons } = await compare(siblings, snapshots, 'stage1.block0');
  expect(neurons).toBe(2);
});

test('without pictures there is no test, and a reason', async () => {
  const elsewhere: PairSet = { ...siblings, kind: 'dense', seed: 9 };
  expect(await compare(siblings, elsewhere)).toEqual({
    neurons: 0,
    hashes: null,
    missing: ['no two dense of “First look at MNIST” have a picture of one neuron by quick, seed 9'],
  });
});
