import { readFileSync } from 'node:fs';
import { type Family, insertFamily } from '@kindred/core/testing';
import { getOperationAST, getVariableValues, type OperationDefinitionNode, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessOf } from './access/access.ts';
import { buildSchema } from './schema/build-schema.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

/** An operation of the reference. */
interface Example {
  text: string;
  operation: OperationDefinitionNode;
  /** JSON in which ids are named, `<id of child-1>`. */
  variables: string;
  /** `Query.model`, what the operation begins with. */
  field: string;
  /** That the heading names, of the first example below it. */
  role: string | undefined;
}

const schema = buildSchema();
const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!];
const rootFields = roots.flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
);

const reference = readFileSync(new URL('../../../docs/graph.md', import.meta.url), 'utf8');
const examples = reference.split(/^#+ /m).flatMap(examplesOf);

function examplesOf(section: string): Example[] {
  const role = / · (\w+)$/m.exec(section.split('\n')[0]!)?.[1];
  const blocks = section.matchAll(/^```graphql\n(.*?)^```(?:\n\n```json\n(.*?)^```)?/gms);
  return [...blocks].map(([, text, variables = '{}'], place) => {
    const operation = getOperationAST(parse(text!))!;
    const [selection] = operation.selectionSet.selections;
    const root = schema.getRootType(operation.operation)!.name;
    const field = `${root}.${selection?.kind === 'Field' && selection.name.value}`;
    return { text: text!, operation, variables, field, role: place === 0 ? role : undefined };
  });
}
const titled = (list: Example[]) => list.map((example) => [example.field, example] as const);

let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());

test('every field that an operation may begin with has an example, below a heading that names its role', () => {
  const described = new Map(examples.filter(({ role }) => role).map(({ field, role }) => [field, role]));
  const actual = rootFields.map(({ name, field }) => [name, accessOf(field)]);
  expect(rootFields.map(({ name }) => [name, described.get(name)])).toEqual(actual);
});

test.each(titled(examples))(
  'the example of %s is valid, and its variables fit',
  (_, { text, operation, variables }) => {
    expect(validate(schema, parse(text))).toEqual([]);
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], JSON.parse(variables));
    expect(errors).toBeUndefined();
  },
);

const queries = examples.filter(({ operation }) => operation.operation === 'query');

test.each(titled(queries))('the example of %s is answered', async (_, { text, variables }) => {
  const { errors } = await api.ask(text, withIds(variables));
  expect(errors).toEqual([]);
});

function withIds(variables: string): Record<string, unknown> {
  const { experiment, parent, children } = family;
  const named = [{ name: 'the experiment', id: experiment.id }, parent, ...children];
  return JSON.parse(named.reduce((text, { name, id }) => text.replaceAll(`<id of ${name}>`, id), variables));
}
