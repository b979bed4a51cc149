import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAddressOf } from './access/address-of.ts';
import { createPasswordTries } from './access/password-tries.ts';
import { codeOf, runTeam, type Team } from './testing/run-team.ts';

const asked = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('where a request came from', () => {
  test('is what the dashboard on this machine tells, and nobody else', () => {
    const addressOf = createAddressOf([]);
    expect(addressOf(asked('127.0.0.1', '203.0.113.7'))).toBe('203.0.113.7');
    expect(addressOf(asked('::ffff:127.0.0.1', '::ffff:203.0.113.7'))).toBe('203.0.113.7');
    expect(addressOf(asked('198.51.100.1', '203.0.113.7'))).toBe('198.51.100.1');
    expect(addressOf(asked('::1', '2001:db8::7'))).toBe('2001:db8::7');
    expect(addressOf(asked('127.0.0.1'))).toBe('127.0.0.1');
  });

  test('is the last that is vouched for: what a browser wrote before it counts for nothing', () => {
    const alone = createAddressOf([]);
    expect(alone(asked('127.0.0.1', '1.1.1.1, 203.0.113.7'))).toBe('203.0.113.7');
    expect(alone(asked('127.0.0.1', '1.1.1.1, 127.0.0.1'))).toBe('127.0.0.1');
    const behind = createAddressOf(['loopback', '10.1.0.0/16']);
    expect(behind(asked('127.0.0.1', '1.1.1.1, 203.0.113.7, 10.1.2.3'))).toBe('203.0.113.7');
    expect(behind(asked('127.0.0.1', '1.1.1.1, 203.0.113.7, 127.0.0.1'))).toBe('203.0.113.7');
    expect(behind(asked('127.0.0.1', '1.1.1.1, 203.0.113.7, 10.2.2.3'))).toBe('10.2.2.3');
  });

  test('is the socket’s where the words are no address', () => {
    expect(createAddressOf([])(asked('127.0.0.1', 'unknown'))).toBe('127.0.0.1');
    expect(() => createAddressOf(['the proxy'])).toThrow(/the proxy/);
  });
});

describe('a password', () => {
  let team: Team;
  beforeAll(async () => {
    team = await runTeam();
  });
  afterAll(() => team.api.close());

  const guess = (headers: Record<string, string>, email = 'ada@example.org') =>
    team.post('sign-in/email', { email, password: 'a guess, and another' }, headers);

  test('is tried a few times from an address, whatever else a header says of it', async () => {
    const tries = ['1.1.1.1', '2.2.2.2', '3.3.3.3', '4.4.4.4', '5.5.5.5'].map((made) =>
      guess({ 'x-forwarded-for': `${made}, 203.0.113.9`, 'x-kindred-address': made }, 'eve@example.org'),
    );
    const answers = await Promise.all(tries);
    expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 429, 429]);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('is tried twenty times in an hour from all addresses together, and signing in begins anew', async () => {
    const tries = createPasswordTries();
    for (let n = 0; n < 20; n++) await tries.count('Ada@example.org');
    await expect(tries.count('ada@example.org')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: expect.closeTo(3600, -1),
    });
    await tries.count('grace@example.org');
    await tries.forget('ada@example.org');
    await tries.count('ada@example.org');
  });

  test('is not looked at any more then, be it right', async () => {
    const grace = await team.invited('VIEWER');
    // Too long to be looked at, which is quicker.
    const values = { email: grace.email.toUpperCase(), password: 'x'.repeat(200) };
    const attempts = Array.from({ length: 20 }, () => team.post('sign-in/email', values));
    expect(new Set((await Promise.all(attempts)).map(({ status }) => status))).toEqual(new Set([400]));
    const refused = await guess({}, grace.email);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 3000]).toEqual([429, true]);
    await expect(team.signIn(grace.email)).rejects.toThrow(/try again in 60 minutes/);
    expect(codeOf(await grace.ask('{ viewer { role } }'))).toBeUndefined();
  });

  test('and all else that is asked for is written down with where from', async () => {
    const from = { 'x-forwarded-for': '203.0.113.40' };
    const { data } = await team.admin.ask('mutation { renameWorkspace(name: "Ours") { id } }', {}, from);
    expect(data.renameWorkspace.id).toBeDefined();
    const audit = '{ viewer { workspace { audit(first: 1) { nodes { action address } } } } }';
    expect((await team.admin.ask(audit)).data.viewer.workspace.audit.nodes).toEqual([
      { action: 'renameWorkspace', address: '203.0.113.40' },
    ]);
  });

  test('is asked for before jobs and disk are told', async () => {
    const health = async (headers: Record<string, string>) =>
      Object.keys((await (await fetch(`${team.api.url}/health`, { headers })).json()) as object);
    expect(await health({})).toEqual(['ok', 'version']);
    expect(await health({ authorization: 'Bearer kdr_wrong' })).toEqual(['ok', 'version']);
    expect(await health({ cookie: team.admin.cookie })).toEqual(['ok', 'version', 'jobs', 'freeBytes']);
  });
});
