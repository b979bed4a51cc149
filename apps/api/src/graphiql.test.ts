import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, runApi } from './testing/run-api.ts';

/** What a browser sends when an address is opened. */
const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const query = encodeURIComponent('{ experiments(first: 1) { totalCount } }');

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });

test('a browser gets a page that loads nothing from elsewhere, and may not', async () => {
  const page = await get('/graphql', { accept });
  expect(page.headers.get('content-type')).toContain('text/html');
  const policy = page.headers.get('content-security-policy')!.split('; ');
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'"]),
  );
  const html = await page.text();
  expect(html).not.toMatch(/<script(?![^>]* src=)|\son\w+=/);
  const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address!);
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) expect(address).toMatch(/^(\/graphql\/|data:)/);
  for (const path of addresses.filter((address) => address.startsWith('/'))) {
    const file = await get(path);
    expect([path, file.status, file.headers.get('content-type')?.split(';')[0]]).toEqual([
      path,
      200,
      path.endsWith('.js') ? 'text/javascript' : 'text/css',
    ]);
  }
});

test('who asks for data by the same address gets data, and only with what no other site’s page can send', async () => {
  const answered = await get(`/graphql?query=${query}`, { 'apollo-require-preflight': 'yes' });
  expect(await answered.json()).toEqual({ data: { experiments: { totalCount: 0 } } });
  for (const headers of [{}, { accept: 'application/json' }] as Record<string, string>[]) {
    const refused = await get(`/graphql?query=${query}`, headers);
    expect(refused.status).toBe(400);
  }
  const page = await get(`/graphql?query=${query}`, { accept });
  expect(await page.text()).toContain('<div id="root">');
});

test('beside the page there is nothing', async () => {
  for (const path of ['/graphql/graphiql/toString', '/graphql/graphiql/..%2fserve-graphiql.ts'])
    expect((await get(path)).status).toBe(404);
});
