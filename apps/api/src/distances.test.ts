import {
  compareFamilies,
  Experiment,
  findFamilies,
  formatNeuronRef,
  hashNames,
  modelDistances,
  readHashesFrom,
} from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;
let from: string;
let to: string;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  [from, to] = family.children.map(({ id }) => id) as [string, string];
});
afterAll(() => api.close());

const reference = '{ mean deviation count definition }';
const calibration = `calibration { floor ${reference} ceiling ${reference} z position missing definition }`;
const byHash = (fields: string) => hashNames.map((hash) => `${hash} { ${fields} }`).join(' ');

test('two models’ distance comes with its interval, floor and ceiling, and so does that of each neuron', async () => {
  const { data, errors } = await api.ask(
    `query ($from: ID!, $to: ID!) { model(id: $from) { distanceTo(model: $to) {
      preset seed ${byHash(`mean { value low high definition } of ${calibration}`)}
      neurons(first: 100) { totalCount nodes { ref ${byHash(`bits of share ${calibration}`)} } }
    } } }`,
    { from, to },
  );
  expect(errors).toEqual([]);
  const { distanceTo } = data.model;
  const recipe = { preset: 'quick', seed: 1 };
  const [found] = await modelDistances(readHashesFrom(api.db), [{ from, to, ...recipe }]);
  expect(distanceTo).toMatchObject(recipe);
  for (const hash of hashNames) {
    const { mean, ...rest } = found!.hashes[hash];
    expect(distanceTo[hash]).toEqual({ mean, of: hash === 'color' ? 42 : 64, calibration: rest });
    for (const [index, neuron] of found!.neurons.entries())
      expect(distanceTo.neurons.nodes[index][hash]).toMatchObject({
        bits: neuron.bits(hash),
        calibration: neuron.calibrate(hash),
      });
  }
  const refs = distanceTo.neurons.nodes.map(({ ref }: { ref: string }) => ref);
  expect(refs).toEqual(family.neurons.map(formatNeuronRef));
});

test('neurons are ordered by what a script asks for, the farthest first, a page at a time', async () => {
  const ask = async (order: string, page = 'first: 100') => {
    const { data, errors } = await api.ask(
      `query ($from: ID!, $to: ID!) { model(id: $from) { distanceTo(model: $to) {
        neurons(orderBy: ${order}, hash: PERCEPTUAL, ${page}) {
          nodes { ref perceptual { bits calibration { z position } } } pageInfo { endCursor hasNextPage }
        }
        refs(orderBy: ${order}, hash: PERCEPTUAL)
      } } }`,
      { from, to },
    );
    expect(errors).toEqual([]);
    const { neurons, refs } = data.model.distanceTo;
    if (!neurons.pageInfo.hasNextPage && page === 'first: 100')
      expect(refs).toEqual(neurons.nodes.map(({ ref }: { ref: string }) => ref));
    return neurons;
  };
  type Node = { perceptual: { bits: number; calibration: { z: number; position: number } } };
  const values = async (order: string, of: (distance: Node['perceptual']) => number) =>
    (await ask(order)).nodes.map(({ perceptual }: Node) => of(perceptual));
  const descending = (list: number[]) => [...list].sort((a, b) => b - a);
  const bits = await values('BITS', (distance) => distance.bits);
  const zs = await values('Z', (distance) => distance.calibration.z);
  const positions = await values('POSITION', (distance) => distance.calibration.position ?? -Infinity);
  expect([bits, zs, positions]).toEqual([bits, zs, positions].map(descending));
  const { nodes, pageInfo } = await ask('Z', 'first: 4');
  const rest = await ask('Z', `first: 4, after: "${pageInfo.endCursor}"`);
  expect([...nodes, ...rest.nodes]).toEqual((await ask('Z')).nodes);
});

test('every neuron of every model with its floor and ceiling costs as many statements as one', async () => {
  const ask = (first: number) =>
    api.ask(
      `query ($id: ID!, $to: ID!) { experiment(id: $id) { models(first: 100) { nodes { visualizedNeurons(first: ${first}) { nodes {
        distanceTo(model: $to) { ${byHash(`bits calibration { floor { mean } ceiling { mean } z }`)} }
      } } } } } }`,
      { id: family.experiment.id, to },
    );
  // Hashes that were read once are kept.
  await ask(1);
  const few = await countStatements(api.db, () => ask(1));
  const many = await countStatements(api.db, async () => {
    const { data } = await ask(6);
    for (const model of data.experiment.models.nodes)
      for (const neuron of model.visualizedNeurons.nodes)
        expect(neuron.distanceTo.wavelet.calibration).toMatchObject({
          floor: { mean: expect.any(Number) },
          ceiling: { mean: expect.any(Number) },
        });
  });
  expect(many).toBe(few);
});

test('by a seed that has no floor the floor is null, with a reason', async () => {
  const tables = ['visualization', 'visualization_hashes'];
  for (const table of tables)
    await api.db.query(
      `update ${table} set preset = 'paper' where model_id = any($1) and seed = 1 and layer = $2`,
      [[from, to], family.neurons[0]!.layer],
    );
  const { data, errors } = await api.ask(
    `query ($from: ID!, $to: ID!, $at: NeuronRef!) { model(id: $from) { neuron(at: $at) {
      distanceTo(model: $to, preset: "paper") { average { calibration { floor { mean } ceiling { count } position missing } } }
    } } }`,
    { from, to, at: formatNeuronRef(family.neurons[0]!) },
  );
  for (const table of tables)
    await api.db.query(`update ${table} set preset = 'quick' where preset = 'paper'`);
  expect(errors).toEqual([]);
  expect(data.model.neuron.distanceTo.average.calibration).toEqual({
    floor: null,
    ceiling: { count: 2 },
    position: null,
    missing: ['floor: neither model has a picture by another seed here'],
  });
});

test('siblings are tested against snapshots, and against siblings of another experiment', async () => {
  const { config } = family.experiment;
  const other = await api.db.getRepository(Experiment).save({ name: 'b', status: 'done', config });
  const { data, errors } = await api.ask(
    `query ($id: ID!, $other: ID!) { experiment(id: $id) {
      own: diversityTest(of: SIBLINGS, against: SNAPSHOTS) { neurons missing ${byHash('effect { value low high definition } p exact definition')} }
      layer: diversityTest(of: SIBLINGS, against: SNAPSHOTS, layer: "stage1.block0") { neurons average { exact } }
      foreign: diversityTest(of: SIBLINGS, against: SIBLINGS, experiment: $other) { neurons missing average { p } }
    } }`,
    { id: family.experiment.id, other: other.id },
  );
  expect(errors).toEqual([]);
  const { experiment } = family;
  const set = { experiment, models: await findFamilies(api.db, [experiment.id]), preset: 'quick', seed: 1 };
  const { neurons, hashes } = await compareFamilies(
    readHashesFrom(api.db),
    { ...set, kind: 'siblings' },
    { ...set, kind: 'snapshots' },
  );
  expect(data.experiment).toEqual({
    own: { neurons, missing: [], ...hashes },
    layer: { neurons: 2, average: { exact: true } },
    foreign: {
      neurons: 0,
      missing: ['no two siblings of “b” have a picture of one neuron by quick, seed 1'],
      average: null,
    },
  });
});

test.each([
  ['distanceTo(model: $to, layer: "stage9") { seed }', 'Unknown layer "stage9"'],
  ['distanceTo(model: "x") { seed }', '"x" is not the id of a model'],
  [
    'experiment { diversityTest(of: SIBLINGS, against: DENSE, layer: "stage9") { neurons } }',
    'Unknown layer',
  ],
])('%s is refused with a reason', async (field, message) => {
  const { errors } = await api.ask(
    `query ($from: ID!, $to: ID!) { model(id: $from) { ${field} other: distanceTo(model: $to) { seed } } }`,
    { from, to },
  );
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining(message),
    extensions: { code: 'BAD_INPUT' },
  });
});

test('experiments that are pictured by other presets aren’t compared unless one is named', async () => {
  const { config } = family.experiment;
  const visualize = { ...config.visualize, preset: 'lucent' as const };
  const { id } = await api.db
    .getRepository(Experiment)
    .save({ name: 'lucent', status: 'done', config: { ...config, visualize } });
  const ask = (preset: string) =>
    api.ask(
      `query ($id: ID!, $other: ID!) { experiment(id: $id) { diversityTest(of: SIBLINGS, against: SIBLINGS, experiment: $other${preset}) { neurons } } }`,
      { id: family.experiment.id, other: id },
    );
  expect((await ask('')).errors[0]!.message).toContain('The one is pictured by quick, the other by lucent');
  expect((await ask(', preset: "quick"')).data.experiment.diversityTest).toEqual({ neurons: 0 });
});

test('models without pictures of one neuron have no distance', async () => {
  const { data } = await api.ask(
    'query ($from: ID!, $to: ID!) { model(id: $from) { distanceTo(model: $to, seed: 9) { seed } } }',
    { from, to },
  );
  expect(data.model).toEqual({ distanceTo: null });
});
