import { randomBytes } from 'node:crypto';
import { inviteFirstAdmin } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { createTeamGate } from '../access/team-gate.ts';
import { type Answer, type RunningApi, runApi } from './run-api.ts';

/** Where the team's dashboard is said to be. */
const publicUrl = 'http://127.0.0.1:3000';
export const password = 'correct horse battery staple';

/** Somebody with a session: asks with their cookie. */
export interface Person {
  id: string;
  cookie: string;
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
}

/** A server that people sign in to, with a family that was there before they could. */
export interface Team {
  api: RunningApi;
  family: Family;
  /** Ada, of ada@example.org. */
  admin: Person;
  /** Posts to a route of better-auth, from an address of its own unless one is given: too many from one are refused. */
  post(path: string, body: object, from?: string): Promise<Response>;
  signUp(email: string, invitation: string): Promise<Person>;
  /** Somebody whom the admin invited and who signed up. */
  invited(role: string): Promise<Person>;
  makeKey(person: Person, role: string): Promise<{ secret: string; key: { id: string } }>;
  withKey(secret: string, query: string): Promise<Answer>;
}

export async function runTeam(): Promise<Team> {
  const api = await runApi(({ dataSource, url: databaseUrl }) =>
    createTeamGate(dataSource, { databaseUrl, secret: randomBytes(32).toString('hex'), publicUrl }),
  );
  const family = await insertFamily(api.db);

  const post: Team['post'] = (path, body, from = `10.${[...randomBytes(3)].join('.')}`) =>
    fetch(`${api.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: publicUrl, 'x-forwarded-for': from },
      body: JSON.stringify(body),
    });

  async function signUp(email: string, invitation: string): Promise<Person> {
    const response = await post('sign-up/email', { name: email.split('@')[0], email, password, invitation });
    const answer = (await response.json()) as { user?: { id: string }; message?: string };
    if (!answer.user) throw new Error(answer.message);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const ask: Person['ask'] = (query, variables, headers) =>
      api.ask(query, variables, { cookie, ...headers });
    return { id: answer.user.id, cookie, ask };
  }

  const admin = await signUp('ada@example.org', (await inviteFirstAdmin(api.db, 'ada@example.org'))!);
  return {
    api,
    family,
    admin,
    post,
    signUp,
    async invited(role) {
      const email = `${role.toLowerCase()}-${randomBytes(4).toString('hex')}@example.org`;
      const { data } = await admin.ask(
        'mutation ($email: String!, $role: Role!) { inviteMember(email: $email, role: $role) { secret } }',
        { email, role },
      );
      return signUp(email, data.inviteMember.secret);
    },
    async makeKey(person, role) {
      const query = `mutation { createApiKey(name: "a script", role: ${role}) { secret key { id } } }`;
      return (await person.ask(query)).data.createApiKey;
    },
    withKey: (secret, query) => api.ask(query, {}, { authorization: `Bearer ${secret}` }),
  };
}

/** Of the first refusal; undefined where nothing was refused. */
export const codeOf = ({ errors }: Answer): string | undefined => errors[0]?.extensions.code;
