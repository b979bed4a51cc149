import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { Visualization } from './visualization.entity.ts';
import { VisualizedNeuron } from './visualized-neuron.entity.ts';

let database: TestDatabase;
let family: Family;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
});
afterAll(() => database.drop());

const isKnown = (channel: number) =>
  database.dataSource.manager.existsBy(VisualizedNeuron, {
    experimentId: family.experiment.id,
    layer: 'stem',
    channel,
  });

test.each([
  ['origin', 11],
  ['replica', 12],
])('a neuron is known once a picture of it comes, loaded as %s', async (role, channel) => {
  const { id: modelId } = family.parent;
  expect(await isKnown(channel)).toBe(false);
  for (const seed of [1, 2]) {
    await database.dataSource.transaction(async (transaction) => {
      await transaction.query(`set local session_replication_role = ${role}`);
      await transaction.insert(Visualization, { modelId, layer: 'stem', channel, preset: 'quick', seed });
    });
    expect(await isKnown(channel)).toBe(true);
  }
});
