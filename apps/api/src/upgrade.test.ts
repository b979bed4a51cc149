import {
  createDataSource,
  Job,
  jobDefinitions,
  migrate,
  openDatabase,
  parseExperimentConfig,
} from '@kindred/core';
import { createTestDatabase, type TestDatabase } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from './server.ts';
import { createServices } from './services.ts';
import { firstRelease, ids, laterMaps } from './testing/first-release.ts';
import { type Answer, ask, type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let old: TestDatabase;
let asked: (query: string) => Promise<Answer>;
let close: () => Promise<void>;

/** A family that the first Kindred made, and maps that a later one took, brought up to date step by step. */
beforeAll(async () => {
  api = await runApi();
  old = await createTestDatabase({ empty: true });
  await migrateUpTo('JobWeight');
  await old.dataSource.query(firstRelease);
  await migrateUpTo('ActivationGrids');
  await old.dataSource.query(laterMaps);
  await migrate(old.dataSource);
  const server = createServer(createServices({ ...api, db: old.dataSource }));
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  asked = (query) => ask(url, query);
  close = () => server.close();
});
afterAll(async () => {
  await close();
  await old.drop();
  await api.close();
});

async function migrateUpTo(name: string): Promise<void> {
  const all = createDataSource(old.url).options.migrations as (new () => { up: unknown })[];
  const last = all.findIndex((migration) => migration.name.startsWith(name));
  const db = await openDatabase(old.url, { migrations: all.slice(0, last + 1) as never });
  await migrate(db);
  await db.destroy();
}

test('the family is there with its names, kinds and relations', async () => {
  const { data, errors } = await asked(`{ experiments(first: 9) { nodes {
    name status models(first: 9) { nodes { name kind parent { name } sibling { name } weightsDigest } }
  } } }`);
  expect(errors).toEqual([]);
  expect(data.experiments.nodes).toEqual([
    {
      name: 'First look at MNIST',
      status: 'RUNNING',
      models: {
        nodes: [
          { name: 'parent', kind: 'PARENT', parent: null, sibling: null, weightsDigest: 'a'.repeat(64) },
          {
            name: 'child-1',
            kind: 'CHILD',
            parent: { name: 'parent' },
            sibling: { name: 'child-2' },
            weightsDigest: null,
          },
          {
            name: 'child-2',
            kind: 'CHILD',
            parent: { name: 'parent' },
            sibling: { name: 'child-1' },
            weightsDigest: null,
          },
          {
            name: 'snapshot-1',
            kind: 'SNAPSHOT',
            parent: { name: 'parent' },
            sibling: null,
            weightsDigest: null,
          },
        ],
      },
    },
  ]);
});

test('its configuration is one that can be started today, and means what it meant', async () => {
  const [{ config }] = await old.dataSource.query('select config from experiment');
  expect(parseExperimentConfig(config)).toMatchObject({
    data: { name: 'mnist', train: 12_000, augmentation: 'none' },
    parent: { epochs: 2, weights: null, schedule: 'piecewise' },
    ensembles: [
      {
        method: 'prune-and-tune',
        families: 1,
        pruning: {
          kind: 'anti-random',
          granularity: 'unstructured',
          scope: 'layer',
          sparsity: 0.5,
          children: 2,
        },
        tuning: { epochs: 1, maxLearningRate: 0.1, checkpoints: 0 },
      },
      { method: 'snapshot', members: 1, epochs: 1, learningRate: 0.1 },
    ],
    visualize: { neuronsPerLayer: 1, preset: 'quick', seeds: 1 },
    evaluate: { corruptions: [] },
  });
});

test('jobs that wait are ones that a worker of today can do, by the recipe that they had', async () => {
  const jobs = await old.dataSource.getRepository(Job).find();
  for (const { name, payload } of jobs) {
    const definition = jobDefinitions.find((known) => known.name === name);
    expect(definition?.payload.safeParse(payload)).toMatchObject({ success: true });
  }
  const child = jobs.find(({ modelId }) => modelId === ids.child2)!;
  expect(child).toMatchObject({
    name: 'train-model',
    status: 'queued',
    requested: false,
    payload: {
      recipe: {
        from: ids.parent,
        pruning: { kind: 'random', family: 0, child: 1 },
        epochs: 1,
        schedule: { kind: 'one-cycle', maxLearningRate: 0.1 },
      },
    },
  });
  expect(jobs.find(({ name }) => name === 'evaluate-ensemble')).toMatchObject({ requested: true });
});

test('pictures have their hashes, distances and recipes, and evaluations their numbers', async () => {
  const { data, errors } = await asked(`{ model(id: "${ids.parent}") {
    evaluation { accuracy { value low high definition } }
    experiment { visualizedNeurons }
    neuron(at: "stem:3") {
      visualization { image { digest width } activation hashes { perceptual { hex } } objective { sign } }
      distanceTo(model: "${ids.child1}") { perceptual { bits of } color { bits of } }
      similar(first: 5, hash: PERCEPTUAL, maxBits: 64, scope: ALL) { bits neuron { model { name } } }
    }
  } }`);
  expect(errors).toEqual([]);
  expect(data.model).toEqual({
    evaluation: { accuracy: { value: 0.98, low: 0.97, high: 0.99, definition: 'accuracy v1' } },
    experiment: { visualizedNeurons: ['stem:3'] },
    neuron: {
      visualization: {
        image: { digest: 'b'.repeat(64), width: 64 },
        activation: 2.5,
        hashes: { perceptual: { hex: 'ffffffff00000000' } },
        objective: { sign: 'MAXIMISE' },
      },
      distanceTo: { perceptual: { bits: 8, of: 64 }, color: { bits: 0, of: 42 } },
      similar: [{ bits: 8, neuron: { model: { name: 'child-1' } } }],
    },
  });
});

test('what later changes moved is where it belongs', async () => {
  const rows = await old.dataSource.query(
    `select content_key, result from saliency_map union all select content_key, result from activation_grid`,
  );
  expect(rows).toEqual([
    { content_key: '1'.repeat(64), result: { class: 7 } },
    { content_key: '2'.repeat(64), result: { rows: 7 } },
  ]);
});
