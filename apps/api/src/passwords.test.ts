import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, cookieOf, type Person, password, runTeam, type Team } from './testing/run-team.ts';

let team: Team;
beforeAll(async () => {
  team = await runTeam();
});
afterAll(() => team.api.close());

const newPassword = 'another staple, another battery';
const asked = '{ viewer { role } }';
const reset = 'mutation ($user: ID!) { createPasswordReset(user: $user) { secret expiresAt } }';

const signedIn = async ({ ask }: Person) => codeOf(await ask(asked)) === undefined;
const change = ({ cookie }: Person, currentPassword: string) =>
  team.post('change-password', { currentPassword, newPassword }, { cookie });

async function linkFor(user: Person, by = team.admin): Promise<string> {
  return (await by.ask(reset, { user: user.id })).data.createPasswordReset.secret;
}
const use = async (token: string) => (await team.post('reset-password', { token, newPassword })).status;

async function actionsOf(user: Person): Promise<string[]> {
  const { data } = await team.admin.ask(
    '{ viewer { workspace { audit(first: 50) { nodes { action user { id } } } } } }',
  );
  const entries: { action: string; user: { id: string } }[] = data.viewer.workspace.audit.nodes;
  return entries.filter((entry) => entry.user.id === user.id).map(({ action }) => action);
}

describe('one’s own password', () => {
  test('is changed by who knows it, and ends their other sessions', async () => {
    const grace = await team.invited('VIEWER');
    const elsewhere = await team.signIn(grace.email);
    expect((await change(grace, 'a wrong guess of it')).status).toBe(400);
    expect(await signedIn(elsewhere)).toBe(true);

    const changed = await change(grace, password);
    expect(changed.status).toBe(200);
    expect([await signedIn(grace), await signedIn(elsewhere)]).toEqual([false, false]);
    const { data } = await team.api.ask(asked, {}, { cookie: cookieOf(changed) });
    expect(data.viewer.role).toBe('VIEWER');
    await expect(team.signIn(grace.email)).rejects.toThrow('Invalid email or password');
    await team.signIn(grace.email, newPassword);
    expect(await actionsOf(grace)).toContain('changePassword');
  });

  test('is changed by nobody without a session, nor from a page elsewhere', async () => {
    expect((await change({ ...team.admin, cookie: '' }, password)).status).toBe(401);
    const { cookie } = team.admin;
    const values = { currentPassword: password, newPassword };
    const forged = await team.post('change-password', values, { cookie, origin: 'https://example.com' });
    expect(forged.status).toBe(403);
    await team.signIn(team.admin.email);
  });
});

describe('a forgotten password', () => {
  test('is set anew by a link of an admin’s, once, and all sessions end', async () => {
    const grace = await team.invited('VIEWER');
    const secret = await linkFor(grace);
    expect(await use(secret)).toBe(200);
    expect(await signedIn(grace)).toBe(false);
    await team.signIn(grace.email, newPassword);
    expect(await use(secret)).toBe(403);
    expect(await actionsOf(grace)).toContain('resetPassword');
    expect(await actionsOf(team.admin)).toContain('createPasswordReset');
    const rows: unknown = await team.api.db.query('select to_jsonb(e) from audit_entry e');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('has one link that works, for a day, and it is stored as a digest', async () => {
    const grace = await team.invited('VIEWER');
    const [first, second] = [await linkFor(grace), await linkFor(grace)];
    const rows: unknown = await team.api.db.query('select to_jsonb(v) from auth.verification v');
    expect(JSON.stringify(rows)).not.toContain(second.slice(0, 40));
    expect(await use(first)).toBe(403);
    await team.api.db.query(`update auth.verification set "expiresAt" = now() - interval '1 second'`);
    expect(await use(second)).toBe(403);
    await team.signIn(grace.email);
  });

  test('is no way in for who changes the link, or leaves it out', async () => {
    const grace = await team.invited('VIEWER');
    const [secret] = (await linkFor(grace)).split('.');
    for (const token of ['', secret!, `${secret}.${grace.id}`, `${secret}.`])
      expect([token, await use(token)]).toEqual([token, 403]);
    const response = await team.post(`reset-password?token=${secret}.${team.admin.id}`, { newPassword });
    expect(response.status).toBe(403);
  });

  test('of somebody who also belongs elsewhere is not for an admin of one place alone', async () => {
    const [grace, mallory] = [await team.invited('VIEWER'), await team.invited('ADMIN')];
    const early = await linkFor(grace, mallory);
    const { data } = await team.admin.ask('mutation { createWorkspace(name: "Elsewhere") { id } }');
    const { secret } = (
      await team.admin.ask(
        'mutation ($email: String!) { inviteMember(email: $email, role: VIEWER) { secret } }',
        { email: grace.email },
        { 'x-kindred-workspace': data.createWorkspace.id },
      )
    ).data.inviteMember;
    await team.post('accept-invitation', { invitation: secret }, { cookie: grace.cookie });

    expect(codeOf(await mallory.ask(reset, { user: grace.id }))).toBe('FORBIDDEN');
    expect(await use(early)).toBe(403);
    expect(await use(await linkFor(grace))).toBe(200);
  });

  test('is not for oneself, for others than admins, or for keys', async () => {
    const [grace, editor] = [await team.invited('VIEWER'), await team.invited('EDITOR')];
    expect(codeOf(await team.admin.ask(reset, { user: team.admin.id }))).toBe('FORBIDDEN');
    expect(codeOf(await editor.ask(reset, { user: grace.id }))).toBe('FORBIDDEN');
    const { secret } = await team.makeKey(team.admin, 'ADMIN');
    const byKey = `mutation { createPasswordReset(user: "${grace.id}") { secret } }`;
    expect(codeOf(await team.withKey(secret, byKey))).toBe('FORBIDDEN');
  });
});

test('sessions are listed and ended, one’s own alone', async () => {
  const grace = await team.invited('VIEWER');
  const [second, third] = [await team.signIn(grace.email), await team.signIn(grace.email)];
  const { cookie } = grace;
  const sessionsOf = async (person: Person): Promise<{ token: string }[]> => {
    const { cookie } = person;
    return (await fetch(`${team.api.url}/api/auth/list-sessions`, { headers: { cookie } })).json() as never;
  };
  const sessions = await sessionsOf(grace);
  expect(sessions).toHaveLength(3);
  const theirs = sessions.find(({ token }) => second.cookie.includes(encodeURIComponent(token)))!;
  await team.post('revoke-session', { token: theirs.token }, { cookie: team.admin.cookie });
  expect(await signedIn(second)).toBe(true);
  await team.post('revoke-session', { token: theirs.token }, { cookie });
  expect([await signedIn(second), await signedIn(third)]).toEqual([false, true]);
  await team.post('revoke-other-sessions', {}, { cookie });
  expect([await signedIn(third), await signedIn(grace)]).toEqual([false, true]);
});
