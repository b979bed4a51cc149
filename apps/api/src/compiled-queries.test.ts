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

const pictures = `neurons(layer: "stage1.block0", first: 16) { nodes {
  ref visualization { image { url } hashes { average { hex } color { hex bits } } }
  distanceToSibling { average { bits share } meanShare }
} }`;

test.each([
  [
    'a family',
    `query ($id: ID!) { model(id: $id) { children(first: 10) { nodes { name sibling { name } ${pictures} } } } }`,
  ],
  [
    'fragments',
    'query ($id: ID!) { model(id: $id) { ...named parent { ...named } } } fragment named on Model { name kind }',
  ],
  [
    'what is left out',
    'query ($id: ID!, $no: Boolean = false) { model(id: $id) { id name @include(if: $no) kind @skip(if: $no) } }',
  ],
  [
    'a refusal in a list that may be null',
    `query ($id: ID!) { model(id: $id) { name } other: model(id: "${nobody}") { name } }`,
  ],
  [
    'a refusal where there has to be a value',
    'query ($id: ID!) { model(id: $id) { name children(first: 2) { nodes { neuron(at: "stage9:1") { id } } } } }',
  ],
  [
    'a variable that does not fit',
    'query ($id: ID!, $first: Int! = 1) { experiments(first: $first) { totalCount } model(id: $id) { id } }',
  ],
])('%s is answered by a compiled query as by graphql', async (_, query) => {
  const variables = { id: family.parent.id };
  const answers = [];
  for (let time = 0; time < 5; time++) answers.push(await api.ask(query, variables));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const wrong = { id: ['x'], first: 'many' };
  expect(await api.ask(query, wrong)).toMatchObject({
    status: 400,
    errors: [{ extensions: { code: 'BAD_INPUT' } }],
  });
});

test('what is our fault stays in the log when it is compiled too', async () => {
  await api.db.query('alter table evaluation rename to hidden');
  const ask = () =>
    api.ask('query ($id: ID!) { model(id: $id) { evaluation { id } } }', { id: family.parent.id });
  for (let time = 0; time < 4; time++) expect((await ask()).errors[0]!.extensions.code).toBe('INTERNAL');
  await api.db.query('alter table hidden rename to evaluation');
  expect(api.logged.filter(({ level }) => level === 'error')).toHaveLength(4);
});
