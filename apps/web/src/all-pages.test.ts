import { expect, test } from 'vitest';
import { allPages } from './all-pages.ts';

test('pages are read one after the other, each from the end of the last', async () => {
  const nodes = ['a', 'b', 'c', 'd', 'e'];
  const read = async (after: string | null) => {
    const start = after === null ? 0 : nodes.indexOf(after) + 1;
    const page = nodes.slice(start, start + 2);
    return {
      nodes: page,
      pageInfo: { hasNextPage: start + 2 < nodes.length, endCursor: page.at(-1) ?? null },
    };
  };
  expect(await allPages(read)).toEqual(nodes);
});

test('where there is no connection there are no nodes', async () => {
  expect(await allPages(async () => undefined)).toEqual([]);
});
