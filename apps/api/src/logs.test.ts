import type { Family } from '@kindred/core/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RunningApi } from './testing/run-api.ts';
import { password, runTeam, type Team } from './testing/run-team.ts';

let team: Team;
let api: RunningApi;
let family: Family;

beforeAll(async () => {
  team = await runTeam();
  ({ api, family } = team);
});
afterAll(() => api.close());
beforeEach(() => {
  api.logged.length = 0;
});

test('a request is one line: who asked what by which name, what it cost, took and came to', async () => {
  const { admin } = team;
  await admin.ask('query Names($id: ID!) { model(id: $id) { name } }', { id: family.parent.id });
  await admin.ask('query { model(id: "none") { name } }');
  await admin.ask('{ nothing }');
  expect(api.logged).toMatchObject([
    { level: 'info', route: 'graphql', status: 200, operation: 'Names', points: 1, userId: admin.id },
    { level: 'info', status: 200, code: 'BAD_INPUT', points: 1 },
    { level: 'info', status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
  ]);
  expect(api.logged[0]).toMatchObject({
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    ms: expect.any(Number),
    time: expect.stringMatching(/^\d{4}-.*Z$/),
  });
});

test('an answer brings its request’s id, which an error of ours names and the log has', async () => {
  await api.db.query('alter table evaluation rename to hidden');
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: team.admin.cookie },
    body: JSON.stringify({ query: `{ model(id: "${family.parent.id}") { evaluation { id } } }` }),
  });
  await api.db.query('alter table hidden rename to evaluation');
  const requestId = response.headers.get('x-request-id')!;
  expect(await response.text()).toContain(`the log has it under ${requestId}.`);
  expect(api.logged.filter((line) => line.requestId === requestId)).toMatchObject([
    { level: 'error', err: { message: expect.stringContaining('evaluation') } },
    { level: 'info', code: 'INTERNAL', status: 200 },
  ]);
});

test('no line holds a variable, a text that was asked, a cookie, a key or a password', async () => {
  const { admin, post, makeKey, withKey } = team;
  const secrets = ['hidden-in-variable', 'hidden-in-text', 'hidden-in-path', 'hidden-in-name'.repeat(20)];
  const [variable, text, path, name] = secrets.map((secret) => secret.replaceAll('-', '_'));
  await admin.ask(`query ${name}($id: ID!) { model(id: $id) { name } }`, { id: variable });
  await admin.ask(`{ model(id: "${text}") { name } }`);
  await admin.ask(`{ ${text} }`);
  await fetch(`${api.url}/artifacts/${path}?token=${path}`);
  await fetch(`${api.url}/${path}`);
  await post('sign-in/email', { email: 'ada@example.org', password: `${password}, wrong` });
  const { secret: key } = await makeKey(admin, 'VIEWER');
  await withKey(key, '{ viewer { role } }');
  await withKey('kdr_made-up', '{ viewer { role } }');
  // A statement that fails carries the values that it was given.
  await api.db.query('alter table audit_entry add constraint nothing check (false) not valid');
  await admin.ask('mutation ($id: ID!) { cancelExperiment(id: $id) { status } }', { id: variable });
  await api.db.query('alter table audit_entry drop constraint nothing');

  const log = JSON.stringify(api.logged);
  expect(log).toContain('violates check constraint');
  const session = admin.cookie.split('=')[1]!;
  for (const secret of [variable, text, path, name, password, session, key, 'made-up'])
    expect(log).not.toContain(secret);
});
