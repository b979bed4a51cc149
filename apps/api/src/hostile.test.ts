import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Family, insertFamily } from '@kindred/core/testing';
import {
  type GraphQLArgument,
  type GraphQLField,
  getNamedType,
  isEnumType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from './schema/build-schema.ts';
import { countRows } from './testing/count-rows.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());

interface Refused {
  errors?: { message: string; extensions: { code: string } }[];
}

async function post(body: string | Uint8Array<ArrayBuffer>): Promise<Refused> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
  return (await response.json()) as Refused;
}

const ask = (query: string, variables?: unknown) => () => post(JSON.stringify({ query, variables }));
const aliased = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} }`;
const doubled = Array.from({ length: 40 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);

/** What a hostile client sends, and the code that it gets. */
const corpus: [name: string, send: () => Promise<Refused>, code: string][] = [
  ['deep', ask(`{ model(id: "x") ${'{ parent '.repeat(20)}{ id }${' }'.repeat(20)} }`), 'BAD_INPUT'],
  ['ten thousand brackets', ask('{'.repeat(12_000)), 'GRAPHQL_PARSE_FAILED'],
  ['wide', ask(`{ ${'__typename '.repeat(11_000)} }`), 'GRAPHQL_PARSE_FAILED'],
  [
    'every neuron of a comparison, many times over',
    ask(
      `{ model(id: "${'0'.repeat(8)}-0000-4000-8000-000000000000") { distanceTo(model: "x") { ${Array.from({ length: 60 }, (_, n) => `a${n}: refs`).join(' ')} } } }`,
    ),
    'BAD_INPUT',
  ],
  [
    'a list of half a million channels',
    ask(
      'query ($c: [Int!]) { model(id: "x") { neurons(layer: "stem", channels: $c, first: 1) { totalCount } } }',
      {
        c: Array.from({ length: 450_000 }, () => 1),
      },
    ),
    'BAD_INPUT',
  ],
  ['aliased', ask(aliased(600, 'experiments(first: 100) { nodes { id name } }')), 'BAD_INPUT'],
  [
    'circular fragments',
    ask('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'doubling fragments',
    ask(`{ ...f0 } ${doubled.join(' ')} fragment f40 on Query { __typename }`),
    'BAD_INPUT',
  ],
  ['a body of 10 MB', () => post(JSON.stringify({ query: ' '.repeat(10_000_000) })), 'BAD_INPUT'],
  ['no JSON', () => post('{"query": '), 'BAD_INPUT'],
  [
    'invalid UTF-8',
    () =>
      post(Uint8Array.from([...Buffer.from('{"query":"{ __typename '), 0xff, 0xfe, ...Buffer.from('}"}')])),
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    'a giant variable',
    ask('query ($id: ID!) { model(id: $id) { id } }', { id: 'x'.repeat(900_000) }),
    'BAD_INPUT',
  ],
  [
    'a variable of a deep list',
    ask('query ($id: ID!) { model(id: $id) { id } }', {
      id: JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`),
    }),
    'BAD_INPUT',
  ],
  [
    'many operations',
    ask(Array.from({ length: 500 }, (_, n) => `query q${n} { __typename }`).join(' ')),
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['a huge first', ask('{ experiments(first: 2147483647) { totalCount } }'), 'BAD_INPUT'],
  [
    'a first beyond Int',
    ask('{ experiments(first: 99999999999) { totalCount } }'),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a negative first', ask('{ experiments(first: -1) { totalCount } }'), 'BAD_INPUT'],
  ...['', '%', '🦆', 'AAAA', Buffer.from("' or true --").toString('base64url')].map(
    (cursor): [string, () => Promise<Refused>, string] => [
      `the cursor "${cursor}"`,
      ask('query ($after: String) { experiments(first: 1, after: $after) { totalCount } }', {
        after: cursor,
      }),
      'BAD_INPUT',
    ],
  ),
];

test.each(corpus)('%s is refused', async (_, send, code) => {
  const { errors } = await send();
  expect(errors?.[0]?.extensions.code).toBe(code);
  expect(errors![0]!.message.length).toBeLessThan(1000);
});

test('memory is what it was after all that, again and again', { timeout: 120_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const round = async () => {
    for (const [, send] of corpus) await send();
  };
  for (let warmUp = 0; warmUp < 3; warmUp++) await round();
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let count = 0; count < 5; count++) await round();
  collect();
  expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(10);
});

const injections = [
  `'; drop table model; --`,
  `" or 1=1`,
  `$1`,
  `{a,b}`,
  '\\',
  '\u0000',
  '%',
  '../../etc/passwd',
];

/** How each type with arguments is come to. */
const ways: Record<string, (field: string) => string> = {
  Query: (field) => `{ ${field} }`,
  Experiment: (field) => `{ experiment(id: "${family.experiment.id}") { ${field} } }`,
  Model: (field) => `{ model(id: "${family.parent.id}") { ${field} } }`,
  Neuron: (field) => `{ model(id: "${family.parent.id}") { neuron(at: "stage1.block0:3") { ${field} } } }`,
};
const schema = buildSchema();
const textual = ({ type }: GraphQLArgument) =>
  ['String', 'ID', 'NeuronRef'].includes(getNamedType(type).name);

const questions = Object.keys(ways).flatMap((typeName) => {
  const type = schema.getType(typeName);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  return fields.flatMap((field) => field.args.filter(textual).map((arg) => ({ typeName, field, arg })));
});

test.each(
  questions.map(
    (question) => [`${question.typeName}.${question.field.name}(${question.arg.name}:)`, question] as const,
  ),
)('%s takes any text for a text', async (_, { typeName, field, arg }) => {
  const before = await countRows(api.db);
  for (const text of injections) {
    const { errors } = await ask(ways[typeName]!(asked(field, arg, text)))();
    for (const { extensions, message } of errors ?? [])
      expect([extensions.code, message]).not.toContain('INTERNAL');
  }
  expect(await countRows(api.db)).toEqual(before);
});

/** The field with the text as that argument and something fitting for the others that it wants. */
function asked(field: GraphQLField<unknown, unknown>, arg: GraphQLArgument, text: string): string {
  const args = field.args
    .filter((other) => other === arg || isNonNullType(other.type))
    .map((other) => `${other.name}: ${other === arg ? JSON.stringify(text) : fittingFor(other)}`);
  return `${field.name}(${args.join(', ')})${isObjectType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
}

function fittingFor({ type }: GraphQLArgument): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (named.name === 'NeuronRef') return '"stage1.block0:3"';
  if (named.name === 'Int') return '1';
  return named.name === 'Boolean' ? 'true' : JSON.stringify(family.parent.id);
}
