import { readFileSync } from 'node:fs';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema } from './build-schema.ts';
import { graphFile, printGraph } from './print-graph.ts';

const types = Object.values(buildSchema().getTypeMap()).filter((type) => !isIntrospectionType(type));

test('the committed graph is the one that the classes describe', () => {
  expect(readFileSync(graphFile, 'utf8'), 'Run `npm run generate` and commit apps/api/schema.graphql.').toBe(
    printGraph(),
  );
});

test('every type, field, argument and enum value says what it is', () => {
  const roots = ['Query', 'Mutation', 'Subscription'];
  expect(
    undescribed(
      'the graph',
      types.filter(({ name }) => !roots.includes(name)),
    ),
  ).toEqual([]);
  const silent = types.flatMap((type) => {
    if (isEnumType(type)) return undescribed(type.name, type.getValues());
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      ...undescribed(type.name, [field]),
      ...undescribed(`${type.name}.${field.name}`, 'args' in field ? field.args : []),
    ]);
  });
  expect(silent).toEqual([]);
});

test('every connection wants `first`', () => {
  const connections = types
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'));
  expect(connections.length).toBeGreaterThan(0);
  for (const { args } of connections) {
    expect(args.find(({ name }) => name === 'first')?.type.toString()).toBe('Int!');
  }
});

function undescribed(
  owner: string,
  parts: readonly { name: string; description?: string | null }[],
): string[] {
  return parts.filter(({ description }) => !description).map(({ name }) => `${owner}.${name}`);
}
