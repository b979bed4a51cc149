import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { firstExperiment } from '../experiments/first-experiment.ts';
import { startExperiment } from '../experiments/start-experiment.ts';
import {
  createInertQueue,
  createTestDatabase,
  sampleCatalogue,
  type TestDatabase,
} from '../testing/index.ts';
import { beginJob } from './begin-job.ts';
import { Job } from './job.entity.ts';

const manifest = readFileSync(new URL('../../../../deploy/kubernetes.yaml', import.meta.url), 'utf8');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await publishCatalogue(database.dataSource, sampleCatalogue);
});
afterAll(() => database.drop());

/** The statement by which KEDA counts, as the manifest has it. */
function scalingQuery(): string {
  const objects = parseAllDocuments(manifest).map((document) => document.toJS());
  const { spec } = objects.find(({ kind }) => kind === 'ScaledObject');
  return spec.triggers[0].metadata.query;
}

test('on Kubernetes there are as many workers as jobs that run or could, but for those that want a label', async () => {
  const { dataSource } = database;
  const count = async () => Number((await dataSource.query(scalingQuery()))[0].count);
  expect(await count()).toBe(0);
  const queue = createInertQueue();
  const { id } = await startExperiment(dataSource, queue, firstExperiment);
  await startExperiment(dataSource, queue, { ...firstExperiment, runOn: 'gpu' });
  expect(await count()).toBe(1);
  const training = await dataSource.manager.findOneByOrFail(Job, { experimentId: id, status: 'queued' });
  await beginJob(dataSource, training.id);
  expect(await count()).toBe(1);
  await dataSource.manager.update(Job, { id: training.id }, { status: 'done' });
  expect(await count()).toBe(0);
});
