import { acceptInvitation, firstExperiment, startExperiment } from '@kindred/core';
import { getMigrations } from 'better-auth/db/migration';
import { createClient } from 'graphql-ws';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { accessOf } from './access/access.ts';
import { buildSchema } from './schema/build-schema.ts';
import { codeOf, password, runTeam, type Team } from './testing/run-team.ts';

let team: Team;
beforeAll(async () => {
  team = await runTeam();
});
afterAll(() => team.api.close());

test('every field of Query, Mutation and Subscription says whom it is for', () => {
  const schema = buildSchema();
  const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!];
  const fields = roots.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
  expect(fields.length).toBeGreaterThan(15);
  expect(fields.filter(({ field }) => !accessOf(field)).map(({ field }) => field.name)).toEqual([]);
});

test('the tables are those that better-auth wants', async () => {
  const pool = new Pool({ connectionString: team.api.databaseUrl, options: '-c search_path=auth' });
  const { toBeAdded, toBeCreated } = await getMigrations({
    database: pool,
    advanced: { database: { generateId: 'uuid' } },
  });
  await pool.end();
  expect([toBeAdded, toBeCreated]).toEqual([[], []]);
});

describe('nobody gets in', () => {
  test('to the graph, by any field', async () => {
    for (const query of [
      '{ experiments(first: 1) { totalCount } }',
      '{ __schema { types { name } } }',
      '{ __typename }',
    ]) {
      const answer = await team.api.ask(query);
      expect([answer.status, codeOf(answer), answer.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
    }
  });

  test('to a picture', async () => {
    const { status } = await fetch(`${team.api.url}/artifacts/${'0'.repeat(64)}`);
    expect(status).toBe(401);
  });

  test('by signing up without an invitation, with one for somebody else, or with one that was used', async () => {
    const stranger = { name: 'Eve', email: 'eve@example.org', password };
    const { data } = await team.admin.ask(
      'mutation { inviteMember(email: "mel@example.org", role: VIEWER) { secret } }',
    );
    const { secret } = data.inviteMember;
    await expect(team.post('sign-up/email', stranger)).resolves.toMatchObject({ status: 403 });
    await expect(team.post('sign-up/email', { ...stranger, invitation: secret })).resolves.toMatchObject({
      status: 403,
    });
    const mel = await team.signUp('mel@example.org', secret);
    expect((await mel.ask('{ viewer { role } }')).data.viewer).toEqual({ role: 'VIEWER' });
    await expect(
      acceptInvitation(team.api.db, secret, { id: mel.id, email: 'mel@example.org' }),
    ).rejects.toThrow(/No open invitation/);
  });

  test('with a wrong password, a wrong key, or by another route of better-auth', async () => {
    await expect(
      team.post('sign-in/email', { email: 'ada@example.org', password: 'wrong horse battery' }),
    ).resolves.toMatchObject({ status: 401 });
    expect(codeOf(await team.withKey('kdr_wrong', '{ viewer { role } }'))).toBe('UNAUTHENTICATED');
    await expect(team.post('delete-user', {})).resolves.toMatchObject({ status: 404 });
  });
});

test('who tries passwords has to wait after a few', async () => {
  const tries = Array.from({ length: 5 }, () =>
    team.post(
      'sign-in/email',
      { email: 'ada@example.org', password: 'a guess, and another' },
      { 'x-forwarded-for': '10.0.0.1' },
    ),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses).toContain(429);
});

test('what there was before anybody could sign in is the first workspace’s', async () => {
  const { data } = await team.admin.ask(
    '{ experiments(first: 5) { nodes { id } } viewer { role user { email } workspace { name } } }',
  );
  expect(data.experiments.nodes).toEqual([{ id: team.family.experiment.id }]);
  expect(data.viewer).toEqual({
    role: 'ADMIN',
    user: { email: 'ada@example.org' },
    workspace: { name: 'Our group' },
  });
});

test('what a command on the server starts is the first workspace’s too', async () => {
  const { id } = await startExperiment(team.api.db, team.api.queue, firstExperiment);
  const { data } = await team.admin.ask('query ($id: ID!) { experiment(id: $id) { id } }', { id });
  expect(data.experiment).toEqual({ id });
});

test('a viewer looks and changes nothing, an editor asks for work, an admin sees to people', async () => {
  const [viewer, editor] = [await team.invited('VIEWER'), await team.invited('EDITOR')];
  const ask = 'mutation ($id: ID!) { exportOnnx(model: $id) { id } }';
  const invite = 'mutation { inviteMember(email: "x@example.org", role: VIEWER) { secret } }';
  const audit = '{ viewer { workspace { audit(first: 1) { totalCount } } } }';
  const model = { id: team.family.parent.id };
  expect(codeOf(await viewer.ask(ask, model))).toBe('FORBIDDEN');
  expect(codeOf(await editor.ask(ask, model))).not.toBe('FORBIDDEN');
  for (const person of [viewer, editor]) {
    expect(codeOf(await person.ask(invite))).toBe('FORBIDDEN');
    expect(codeOf(await person.ask(audit))).toBe('FORBIDDEN');
  }
  expect((await viewer.ask(invite)).errors[0]!.message).toBe(
    '`inviteMember` is for admins, and you are viewer in this workspace: ask one of its admins.',
  );
});

test('a page elsewhere can’t sign anybody in or out', async () => {
  const { status } = await fetch(`${team.api.url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://example.org', cookie: team.admin.cookie },
    body: '{}',
  });
  expect(status).toBe(403);
  expect((await team.admin.ask('{ viewer { role } }')).data.viewer.role).toBe('ADMIN');
});

describe('an API key', () => {
  test('does what its role may and its maker may, makes no keys, and ends', async () => {
    const editor = await team.invited('EDITOR');
    const { secret, key } = await team.makeKey(editor, 'VIEWER');
    expect((await team.withKey(secret, '{ viewer { role } }')).data.viewer.role).toBe('VIEWER');
    expect(
      codeOf(await team.withKey(secret, `mutation { exportOnnx(model: "${team.family.parent.id}") { id } }`)),
    ).toBe('FORBIDDEN');
    expect(
      codeOf(await team.withKey(secret, 'mutation { createApiKey(name: "more", role: VIEWER) { secret } }')),
    ).toBe('FORBIDDEN');
    expect(codeOf(await editor.ask('mutation { createApiKey(name: "more", role: ADMIN) { secret } }'))).toBe(
      'FORBIDDEN',
    );
    await editor.ask(`mutation { revokeApiKey(id: "${key.id}") { id } }`);
    expect(codeOf(await team.withKey(secret, '{ viewer { role } }'))).toBe('UNAUTHENTICATED');
  });

  test('is stored as a digest', async () => {
    const { secret } = await team.makeKey(team.admin, 'ADMIN');
    const rows: unknown = await team.api.db.query('select to_jsonb(api_key) from api_key');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('of somebody who left works no more', async () => {
    const editor = await team.invited('EDITOR');
    const { secret } = await team.makeKey(editor, 'EDITOR');
    await team.admin.ask('mutation ($user: ID!) { removeMember(user: $user) { role } }', { user: editor.id });
    expect(codeOf(await team.withKey(secret, '{ viewer { role } }'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await editor.ask('{ viewer { role } }'))).toBe('FORBIDDEN');
  });
});

test('a subscription wants a cookie or a key too', async () => {
  const { secret } = await team.makeKey(team.admin, 'VIEWER');
  const query = `subscription { experiment(id: "${team.family.experiment.id}") { name } }`;
  const first = async (authorization?: string) => {
    const client = createClient({
      url: `${team.api.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization },
    });
    for await (const answer of client.iterate({ query })) {
      await client.dispose();
      return answer;
    }
    return undefined;
  };
  await expect(first(`Bearer ${secret}`)).resolves.toMatchObject({
    data: { experiment: { name: 'First look at MNIST' } },
  });
  await expect(first()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('the last admin stays', async () => {
  const answer = await team.admin.ask(
    'mutation ($user: ID!) { setMemberRole(user: $user, role: VIEWER) { role } }',
    { user: team.admin.id },
  );
  expect(codeOf(answer)).toBe('CONFLICT');
  expect((await team.admin.ask('{ viewer { role } }')).data.viewer.role).toBe('ADMIN');
});

test('mutations are written down with who asked, what for, and what came of it', async () => {
  const viewer = await team.invited('VIEWER');
  await viewer.ask('mutation { revokeApiKey(id: "11111111-1111-1111-1111-111111111111") { id } }');
  const { data } = await team.admin.ask(
    '{ viewer { workspace { audit(first: 1) { nodes { action arguments outcome user { id } } pageInfo { hasNextPage } } } } }',
  );
  expect(data.viewer.workspace.audit).toEqual({
    nodes: [
      {
        action: 'revokeApiKey',
        arguments: { id: '11111111-1111-1111-1111-111111111111' },
        outcome: 'NOT_FOUND',
        user: { id: viewer.id },
      },
    ],
    pageInfo: { hasNextPage: true },
  });
});
