import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());

const ask = (args: string, fields: string) =>
  api.ask(
    `query ($id: ID!) { claims(experiment: $id, ${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`,
    { id: family.experiment.id },
  );

test('a published number stands beside the measured one, with what differs and the evaluation that it is from', async () => {
  const { data, errors } = await ask(
    'place: TABLE_2, first: 14',
    'row column printed value unit fromElsewhere slip verdict reasons measured { value definition } evaluation { averaging kl { value } }',
  );
  expect(errors).toEqual([]);
  const { nodes, totalCount } = data.claims;
  expect(totalCount).toBe(14);
  expect(nodes[9]).toEqual({
    row: 'Prune and Tune Ensemble',
    column: 'KL',
    printed: '0.090',
    value: 0.09,
    unit: 'nats',
    fromElsewhere: false,
    slip: 'the text on it (§III-A) calls it Table 1',
    verdict: 'OTHER_SETTING',
    reasons: expect.arrayContaining(['resnet8 instead of wrn-28-10', '4 instead of 6 members']),
    measured: { value: 0.02, definition: 'KL v1' },
    evaluation: { averaging: 'mean-softmax', kl: { value: 0.02 } },
  });
  expect(nodes[0]).toMatchObject({
    row: 'Treenet*',
    fromElsewhere: true,
    verdict: 'NOT_MEASURED',
    measured: null,
  });
});

test('all claims are told page by page, each once', async () => {
  const rows: string[] = [];
  let after = '';
  do {
    const { data } = await ask(`first: 100${after && `, after: "${after}"`}`, 'place part row column');
    rows.push(...data.claims.nodes.map((claim: object) => Object.values(claim).join('/')));
    after = data.claims.pageInfo.hasNextPage ? data.claims.pageInfo.endCursor : '';
  } while (after);
  expect(rows).toHaveLength(190);
  expect(new Set(rows).size).toBe(190);
});

test('a hundred claims with their evaluations cost as many statements as one', async () => {
  const fields = 'verdict measured { value } evaluation { id accuracy { value } }';
  const one = await countStatements(api.db, () => ask('first: 1', fields));
  expect(await countStatements(api.db, () => ask('first: 100', fields))).toBe(one);
  expect(one).toBeLessThanOrEqual(10);
});

test.each([
  ['first: 101', 'BAD_INPUT', 'first: 101'],
  ['first: 1, after: "abc"', 'BAD_INPUT', 'not a cursor of this list'],
  ['place: TABLE_4, first: 1', 'GRAPHQL_VALIDATION_FAILED', 'TABLE_4'],
])('%s is refused', async (args, code, message) => {
  const { errors } = await ask(args, 'row');
  expect(errors[0]).toMatchObject({ extensions: { code }, message: expect.stringContaining(message) });
});

test('claims of an unknown experiment are not found', async () => {
  const { errors } = await api.ask('query ($id: ID!) { claims(experiment: $id, first: 1) { totalCount } }', {
    id: '00000000-0000-4000-8000-000000000000',
  });
  expect(errors[0]!.extensions.code).toBe('NOT_FOUND');
});
