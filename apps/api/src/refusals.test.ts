import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, runApi } from './testing/run-api.ts';

const nobody = '00000000-0000-4000-8000-000000000000';
let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());

/** The one error that a query is refused with. */
async function refusal(query: string, variables?: Record<string, unknown>) {
  const { errors } = await api.ask(query, variables);
  expect(errors).toHaveLength(1);
  return { code: errors[0]!.extensions.code, message: errors[0]!.message };
}

test.each([
  ['{ experiment(id: "abc") { name } }', 'BAD_INPUT', '"abc" is not the id of an experiment'],
  [`{ experiment(id: "${nobody}") { name } }`, 'NOT_FOUND', `No experiment has the id ${nobody}`],
  ['{ model(id: "abc") { name } }', 'BAD_INPUT', '"abc" is not the id of a model'],
  [`{ model(id: "${nobody}") { name } }`, 'NOT_FOUND', `No model has the id ${nobody}`],
  [
    '{ experiments(first: 0) { totalCount } }',
    'BAD_INPUT',
    'first: 0 is not a page’s size: ask for 1 to 100.',
  ],
  ['{ experiments(first: 101) { totalCount } }', 'BAD_INPUT', 'first: 101'],
  ['{ experiments(first: 1, after: "abc") { totalCount } }', 'BAD_INPUT', 'after: "abc" is not a cursor'],
  [
    '{ experiments { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
    'argument "first" of type "Int!" is required',
  ],
])('%s is refused', async (query, code, message) => {
  const refused = await refusal(query);
  expect(refused.code).toBe(code);
  expect(refused.message).toContain(message);
});

test('a neuron that is not there is named, and so is what is there', async () => {
  const query = `query ($id: ID!, $at: NeuronRef!) { model(id: $id) { neuron(at: $at) { id } } }`;
  const [layer] = await api.db.query('select name, channels from layer order by position limit 1');
  expect(await refusal(query, { id: family.parent.id, at: `${layer.name}:${layer.channels}` })).toEqual({
    code: 'BAD_INPUT',
    message: `Unknown neuron "${layer.name}:${layer.channels}": ${layer.name} has ${layer.channels} channels (0–${layer.channels - 1}).`,
  });
  const elsewhere = await refusal(query, { id: family.parent.id, at: 'mixed4a:3' });
  expect(elsewhere.code).toBe('BAD_INPUT');
  expect(elsewhere.message).toMatch(new RegExp(`^Unknown neuron "mixed4a:3": .*${layer.name}`));
});

test('what is no address at all is refused in a variable and in the text', async () => {
  const message = '"mixed4a" is not a neuron: write layer:channel, for example "stage2.block0:17".';
  const query = `query ($id: ID!, $at: NeuronRef!) { model(id: $id) { neuron(at: $at) { id } } }`;
  expect(await refusal(query, { id: family.parent.id, at: 'mixed4a' })).toEqual({
    code: 'BAD_INPUT',
    message,
  });
  expect(
    await refusal(query.replace('at: $at', 'at: "mixed4a"').replace(', $at: NeuronRef!', ''), { id: nobody }),
  ).toEqual({
    code: 'BAD_INPUT',
    message,
  });
});

test('a network that is not trained can’t be exported', async () => {
  const [{ id }] = await api.db.query(
    `insert into model (experiment_id, parent_id, name, position, kind, architecture)
     values ($1, $2, 'untrained', 98, 'snapshot', 'resnet8') returning id`,
    [family.experiment.id, family.parent.id],
  );
  const mutation = 'mutation ($id: ID!) { exportOnnx(model: $id) { id } }';
  expect(await refusal(mutation, { id })).toEqual({
    code: 'CONFLICT',
    message: 'untrained has no weights to export yet: ask again when it is trained.',
  });
  expect((await refusal(mutation, { id: 'child-1' })).code).toBe('BAD_INPUT');
});

test('models of other architectures share no neurons', async () => {
  await api.db.query(`insert into architecture (name, description, has_dropout) values ('other', '', false)`);
  const [{ id }] = await api.db.query(
    `insert into model (experiment_id, parent_id, name, position, kind, architecture)
     values ($1, $2, 'stranger', 99, 'snapshot', 'other') returning id`,
    [family.experiment.id, family.parent.id],
  );
  const [layer] = await api.db.query(`select name from layer order by position limit 1`);
  const { code, message } = await refusal(
    `query ($id: ID!, $other: ID!, $at: NeuronRef!) {
      model(id: $id) { neuron(at: $at) { distanceTo(model: $other) { meanShare } } }
    }`,
    { id: family.parent.id, other: id, at: `${layer.name}:0` },
  );
  expect(code).toBe('BAD_INPUT');
  expect(message).toContain('only models of one architecture share neurons');
});

test('too deep', async () => {
  const depth = 10;
  const query = `{ experiment(id: "${family.experiment.id}") { parent { ${'experiment { parent { '.repeat(depth / 2)} id ${'} } '.repeat(depth / 2)} } } }`;
  expect(await refusal(query)).toEqual({
    code: 'BAD_INPUT',
    message: 'This operation is 13 levels deep and 12 are allowed: ask for the inner part by its id.',
  });
});

test('too deep by fragments', async () => {
  const fragments = Array.from(
    { length: 7 },
    (_, n) => `fragment f${n} on Model { experiment { parent { ${n < 6 ? `...f${n + 1}` : 'id'} } } }`,
  );
  const { code, message } = await refusal(
    `{ model(id: "${family.parent.id}") { ...f0 } } ${fragments.join(' ')}`,
  );
  expect(code).toBe('BAD_INPUT');
  expect(message).toContain('16 levels deep');
});

test('too much, also when a variable says how much', async () => {
  const query = `query ($first: Int!) {
    experiments(first: $first) { nodes { models(first: $first) { nodes { children(first: $first) { nodes { id } } } } } }
  }`;
  expect(await refusal(query, { first: 100 })).toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringMatching(/could answer 20\d{5} values and 100000 are allowed/),
  });
  expect((await api.ask(query, { first: 10 })).errors).toEqual([]);
});

test('what is refused before it runs is the caller’s error to HTTP too', async () => {
  const query =
    'query ($first: Int!) { experiments(first: $first) { nodes { models(first: 100) { nodes { id } } } } }';
  expect(await api.ask(query, { first: 100_000 })).toMatchObject({ status: 400, data: undefined });
  expect(await api.ask(query, { first: 'many' })).toMatchObject({
    status: 400,
    errors: [{ message: expect.stringContaining('"many"'), extensions: { code: 'BAD_INPUT' } }],
  });
});

test('introspection is open', async () => {
  const { data } = await api.ask(
    '{ __schema { types { fields { args { type { ofType { ofType { name } } } } } } } }',
  );
  expect(data.__schema.types.length).toBeGreaterThan(20);
});

test('one operation a request, and none that another site could post', async () => {
  const post = (body: string, contentType: string) =>
    fetch(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': contentType }, body });
  const batch = await post(JSON.stringify([{ query: '{ __typename }' }]), 'application/json');
  expect(batch.status).toBe(400);
  const form = await post('{"query":"{ __typename }"}', 'text/plain');
  expect(form.status).toBe(400);
  const large = await post(JSON.stringify({ query: ' '.repeat(1_100_000) }), 'application/json');
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ errors: [{ message: expect.stringContaining('too large') }] });
});

test('what is our fault stays in the log', async () => {
  await api.db.query('alter table evaluation rename to hidden');
  const { errors } = await api.ask(`{ model(id: "${family.parent.id}") { evaluation { id } } }`);
  await api.db.query('alter table hidden rename to evaluation');
  expect(errors[0]!.extensions.code).toBe('INTERNAL');
  const [, requestId] = /^Something went wrong on our side; the log has it under ([0-9a-f-]{36})\.$/.exec(
    errors[0]!.message,
  )!;
  const message = 'relation "evaluation" does not exist';
  expect(api.logged.filter((line) => line.requestId === requestId)).toMatchObject([
    { level: 'error', err: { type: 'QueryFailedError', message } },
    { level: 'info', code: 'INTERNAL' },
  ]);
});
