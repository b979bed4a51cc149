import { Experiment } from '@kindred/core';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { distanceDefinitions, printDistances } from './print-distances.ts';
import { type Distances, readDistances } from './read-distances.ts';

let database: TestDatabase;
let family: Family;
let distances: Distances;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
  distances = await readDistances(database.dataSource, await experiment());
});
afterAll(() => database.drop());

const experiment = () =>
  database.dataSource.manager.findOneOrFail(Experiment, {
    where: { id: family.experiment.id },
    relations: { models: true },
    order: { models: { position: 'ASC' } },
  });

test('each neuron’s distance stands beside its floor and ceiling, and the mean beside those of all', () => {
  const [siblings, snapshots] = printDistances(distances) as [string, string];
  expect(siblings).toMatch(/^Fig\. 3\. Hamming distance between child-1 and child-2, bits of 64/);
  expect(snapshots).toMatch(/^Fig\. 3\. Hamming distance between snapshot-1 and snapshot-2, bits of 64/);
  const { neurons, hashes } = distances.pairs[0]!.distance;
  const [neuron] = neurons;
  const { floor, ceiling } = neuron!.calibrate('average');
  const lines = siblings.split('\n');
  expect(lines).toHaveLength(2 + neurons.length + 5);
  expect(lines[2]).toMatch(
    new RegExp(
      `^ {2}stage1\\.block0:\\d+ +${neuron!.bits('average')} +\\(${floor!.mean.toFixed(0)}, ${ceiling!.mean.toFixed(0)}\\) `,
    ),
  );
  const { mean, ceiling: unrelated, z } = hashes.average;
  expect(siblings).toMatch(
    new RegExp(
      `\n {2}mean +${mean.value.toFixed(1)} +\\[${mean.low!.toFixed(1)}, ${mean.high!.toFixed(1)}] .+\n {2}floor .+\n {2}ceiling +${unrelated!.mean.toFixed(1)} +±${unrelated!.deviation!.toFixed(1)} .+\n {2}position .+\n {2}z +${z!.toFixed(2)} `,
    ),
  );
});

test('the test of siblings against snapshots stands below, and the words of each number', () => {
  const [, , tested] = printDistances(distances) as [string, string, string];
  const { effect, p } = distances.test.hashes!.average;
  expect(tested).toMatch(
    /^Are siblings farther apart than snapshots\? Difference in bits, mean over 6 neurons\n/,
  );
  expect(tested).toMatch(new RegExp(`\n {2}difference +${effect.value.toFixed(1)} +\\[`));
  expect(tested).toMatch(new RegExp(`\n {2}p +${p.toFixed(4)} `));
  expect(distanceDefinitions(distances).map((words) => words.split(' ').slice(0, 3).join(' '))).toEqual([
    'A-HASH: Hamming distance',
    'floor v1: from',
    'ceiling v1: between',
    'z v1: (distance',
    'p: paired sign-flip',
  ]);
});

test('a family without snapshots has no test, and one without pairs no Fig. 3', async () => {
  const { manager } = database.dataSource;
  await manager.query(`delete from model where kind = 'snapshot'`);
  const [, untested] = printDistances(await readDistances(database.dataSource, await experiment()));
  expect(untested).toBe(
    'Are siblings farther apart than snapshots? There is no test: no two snapshots of “First look at MNIST” have a picture of one neuron by quick, seed 1.',
  );
  await manager.query(`delete from model where kind = 'child'`);
  const alone = await readDistances(database.dataSource, await experiment());
  expect([printDistances(alone), distanceDefinitions(alone)]).toEqual([[], []]);
});
