import { Membership, notifyExperiment, Workspace } from '@kindred/core';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Answer } from './testing/run-api.ts';
import { codeOf, type Person, password, runTeam, type Team } from './testing/run-team.ts';

let team: Team;
beforeAll(async () => {
  team = await runTeam();
});
afterAll(() => team.api.close());

const make = 'mutation ($name: String!) { createWorkspace(name: $name) { id name } }';
const leave = 'mutation { leaveWorkspace { role } }';
const remove = 'mutation ($user: ID!) { removeMember(user: $user) { user { id } } }';
const looking = '{ viewer { role workspace { name } } }';

async function makeWorkspace(person: Person, name: string): Promise<string> {
  return (await person.ask(make, { name })).data.createWorkspace.id;
}

const at = (workspace: string) => ({ 'x-kindred-workspace': workspace });
const lookedAt = ({ data }: Answer) => [data.viewer.workspace.name, data.viewer.role];

/** The outcome of taking an invitation with a session. */
async function accept({ cookie }: Person, invitation: string): Promise<{ status: number; code?: string }> {
  const response = await team.post('accept-invitation', { invitation }, { cookie });
  return { status: response.status, ...((await response.json()) as object) };
}

async function inviteTo(workspace: string, person: Person, role: string, by = team.admin): Promise<string> {
  const query =
    'mutation ($email: String!, $role: Role!) { inviteMember(email: $email, role: $role) { secret } }';
  return (await by.ask(query, { email: person.email, role }, at(workspace))).data.inviteMember.secret;
}

describe('another workspace', () => {
  test('is made by an admin, who is its first, and named anew', async () => {
    const id = await makeWorkspace(team.admin, 'Vision');
    expect(lookedAt(await team.admin.ask(looking, {}, at(id)))).toEqual(['Vision', 'ADMIN']);
    await team.admin.ask('mutation { renameWorkspace(name: "Sight") { name } }', {}, at(id));
    expect(lookedAt(await team.admin.ask(looking, {}, at(id)))).toEqual(['Sight', 'ADMIN']);
    expect(lookedAt(await team.admin.ask(looking))).toEqual(['Our group', 'ADMIN']);
  });

  test('is not made by others, by a key, or without a name', async () => {
    const editor = await team.invited('EDITOR');
    const { secret } = await team.makeKey(team.admin, 'ADMIN');
    const before = await team.api.db.getRepository(Workspace).count();
    expect(codeOf(await editor.ask(make, { name: 'Mine' }))).toBe('FORBIDDEN');
    expect(codeOf(await editor.ask('mutation { renameWorkspace(name: "Mine") { name } }'))).toBe('FORBIDDEN');
    expect(codeOf(await team.withKey(secret, 'mutation { createWorkspace(name: "A") { id } }'))).toBe(
      'FORBIDDEN',
    );
    for (const name of ['', '  ', 'x'.repeat(81)])
      expect(codeOf(await team.admin.ask(make, { name }))).toBe('BAD_INPUT');
    expect(await team.api.db.getRepository(Workspace).count()).toBe(before);
  });

  test('is joined by who has an account already, once, and by nobody else', async () => {
    const [grace, eve] = [await team.invited('VIEWER'), await team.invited('VIEWER')];
    const id = await makeWorkspace(team.admin, 'Graphs');
    const secret = await inviteTo(id, grace, 'EDITOR');
    expect((await accept(eve, secret)).status).toBe(403);
    expect(await accept(grace, secret)).toMatchObject({ status: 200, workspaceId: id });
    expect(lookedAt(await grace.ask(looking, {}, at(id)))).toEqual(['Graphs', 'EDITOR']);
    expect(await accept(grace, secret)).toMatchObject({ status: 403, code: 'NOT_FOUND' });
    const signUp = await team.post('sign-up/email', {
      name: 'Grace',
      email: grace.email,
      password,
      invitation: await inviteTo(id, grace, 'VIEWER'),
    });
    expect(await signUp.json()).toMatchObject({ code: 'CONFLICT', message: /sign in to join/ });
  });

  test('is the one that a browser remembers, while one belongs to it', async () => {
    const grace = await team.invited('VIEWER');
    const id = await makeWorkspace(team.admin, 'Remembered');
    await accept(grace, await inviteTo(id, grace, 'EDITOR'));
    const remembering = { cookie: `${grace.cookie}; kindred-workspace=${id}` };
    expect(lookedAt(await grace.ask(looking, {}, remembering))).toEqual(['Remembered', 'EDITOR']);
    await grace.ask(leave, {}, at(id));
    expect(lookedAt(await grace.ask(looking, {}, remembering))).toEqual(['Our group', 'VIEWER']);
    expect(codeOf(await grace.ask(looking, {}, at(id)))).toBe('FORBIDDEN');
  });

  test('tells nothing but its name to who looks at one where they may do more', async () => {
    const grace = await team.invited('VIEWER');
    const elsewhere = await makeWorkspace(team.admin, 'Elsewhere');
    await accept(grace, await inviteTo(elsewhere, grace, 'ADMIN'));
    for (const field of [
      'members { role }',
      'invitations { id }',
      'apiKeys { id }',
      'audit(first: 1) { totalCount }',
    ]) {
      const query = `{ viewer { workspaces { workspace { name ${field} } } } }`;
      expect([field, codeOf(await grace.ask(query, {}, at(elsewhere)))]).toEqual([field, 'FORBIDDEN']);
    }
  });

  test('has no keys of the first', async () => {
    const id = await makeWorkspace(team.admin, 'Keyless');
    const { secret } = await team.makeKey(team.admin, 'ADMIN');
    const authorization = `Bearer ${secret}`;
    expect(codeOf(await team.api.ask(looking, {}, { authorization, ...at(id) }))).toBe('FORBIDDEN');
    const { data } = await team.withKey(secret, '{ viewer { workspaces { workspace { name } } } }');
    expect(data.viewer.workspaces).toEqual([{ workspace: { name: 'Our group' } }]);
  });
});

describe('who leaves or is taken out', () => {
  test('sees nothing more, and old keys stay dead when they come back', async () => {
    const grace = await team.invited('EDITOR');
    const { secret } = await team.makeKey(grace, 'EDITOR');
    await team.admin.ask(remove, { user: grace.id });
    expect(codeOf(await grace.ask(looking))).toBe('FORBIDDEN');
    expect(codeOf(await team.withKey(secret, looking))).toBe('UNAUTHENTICATED');
    const artifact = await fetch(`${team.api.url}/artifacts/${'0'.repeat(64)}`, {
      headers: { cookie: grace.cookie },
    });
    expect(artifact.status).toBe(403);

    expect((await accept(grace, await team.invite(grace.email, 'VIEWER'))).status).toBe(200);
    expect(lookedAt(await grace.ask(looking))).toEqual(['Our group', 'VIEWER']);
    expect(codeOf(await team.withKey(secret, looking))).toBe('UNAUTHENTICATED');
  });

  test('hears nothing more of a subscription that was open', async () => {
    const grace = await team.invited('VIEWER');
    const { id } = team.family.experiment;
    const client = createClient({
      url: `${team.api.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocols: string) {
          super(url, protocols, { headers: { cookie: grace.cookie } });
        }
      },
      retryAttempts: 0,
    });
    const answers = client.iterate({ query: `subscription { experiment(id: "${id}") { name } }` });
    expect((await answers.next()).value?.data).toEqual({ experiment: { name: 'First look at MNIST' } });
    await grace.ask(leave);
    await notifyExperiment(team.api.db, id);
    expect((await answers.next()).value).toEqual({
      errors: [expect.objectContaining({ extensions: { code: 'FORBIDDEN' } })],
    });
    await client.dispose();
  });

  test('is never the last admin, nor does a link make them less', async () => {
    const id = await makeWorkspace(team.admin, 'Alone');
    const asViewer = 'mutation ($user: ID!) { setMemberRole(user: $user, role: VIEWER) { role } }';
    const { id: user } = team.admin;
    expect(codeOf(await team.admin.ask(leave, {}, at(id)))).toBe('CONFLICT');
    expect(codeOf(await team.admin.ask(remove, { user }, at(id)))).toBe('CONFLICT');
    expect(codeOf(await team.admin.ask(asViewer, { user }, at(id)))).toBe('CONFLICT');
    const secret = await inviteTo(id, team.admin, 'VIEWER');
    expect(await accept(team.admin, secret)).toMatchObject({ status: 403, code: 'CONFLICT' });
    expect(await team.api.db.getRepository(Membership).findBy({ workspaceId: id })).toMatchObject([
      { userId: user, role: 'admin' },
    ]);
  });
});

test('joining and leaving are written down', async () => {
  const id = await makeWorkspace(team.admin, 'Written');
  const grace = await team.invited('VIEWER');
  await accept(grace, await inviteTo(id, grace, 'VIEWER'));
  await grace.ask(leave, {}, at(id));
  const { data } = await team.admin.ask(
    '{ viewer { workspace { audit(first: 3) { nodes { action outcome user { id } } } } } }',
    {},
    at(id),
  );
  expect(data.viewer.workspace.audit.nodes).toEqual([
    { action: 'leaveWorkspace', outcome: 'done', user: { id: grace.id } },
    { action: 'acceptInvitation', outcome: 'done', user: { id: grace.id } },
    { action: 'inviteMember', outcome: 'done', user: { id: team.admin.id } },
  ]);
});
