import { expect, test } from 'vitest';
import { ExperimentsDocument, type KindredClient, pages } from './index.ts';

interface Asked {
  first: number;
  after?: string | null;
}

/** A client whose connection has these names, and what it was asked for. */
function listing(names: readonly string[], endCursorOf = (page: readonly string[]) => page.at(-1) ?? null) {
  const asked: Asked[] = [];
  const request = async (_document: unknown, { first, after }: Asked) => {
    asked.push({ first, after: after ?? null });
    const start = after ? names.indexOf(after) + 1 : 0;
    const page = names.slice(start, start + first);
    const hasNextPage = start + first < names.length;
    return {
      experiments: {
        nodes: page.map((name) => ({ name })),
        pageInfo: { hasNextPage, endCursor: endCursorOf(page) },
      },
    };
  };
  return { client: { request } as unknown as KindredClient, asked };
}

async function namesOf(client: KindredClient, variables: Asked): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of pages(client, ExperimentsDocument, variables, (answer) => answer.experiments))
    names.push(name);
  return names;
}

test('every node comes in order, each page from the end of the one before', async () => {
  const { client, asked } = listing(['a', 'b', 'c', 'd', 'e']);
  expect(await namesOf(client, { first: 2 })).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(asked.map(({ after }) => after)).toEqual([null, 'b', 'd']);
});

test('it starts where the variables say', async () => {
  const { client } = listing(['a', 'b', 'c']);
  expect(await namesOf(client, { first: 2, after: 'b' })).toEqual(['c']);
});

test('a loop that is left asks for no more', async () => {
  const { client, asked } = listing(['a', 'b', 'c', 'd']);
  for await (const { name } of pages(
    client,
    ExperimentsDocument,
    { first: 1 },
    (answer) => answer.experiments,
  ))
    if (name === 'b') break;
  expect(asked).toHaveLength(2);
});

test('where there is no connection there are no nodes', async () => {
  const { client } = listing([]);
  const nothing = pages(client, ExperimentsDocument, { first: 1 }, () => null);
  expect(await nothing.next()).toEqual({ done: true, value: undefined });
});

test.each([
  ['stays where it is', () => 'a'],
  ['is missing', () => null],
])('a cursor that %s is refused instead of followed for ever', async (_case, endCursorOf) => {
  const { client, asked } = listing(['a', 'b', 'c'], endCursorOf);
  await expect(namesOf(client, { first: 1 })).rejects.toThrow('the pages have no end');
  expect(asked.length).toBeLessThanOrEqual(2);
});
