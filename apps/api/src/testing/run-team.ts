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
  email: string;
  cookie: string;
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
}

/** A server that people sign in to, with a family that was there before they could. */
export interface Team {
  api: RunningApi;
  family: Family;
  /** Ada, of ada@example.org. */
  admin: Person;
  /**
   * Posts to a route of better-auth, from an address of its own unless `x-forwarded-for` is given: too many from one are
   * refused.
   */
  post(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
  signUp(email: string, invitation: string): Promise<Person>;
  /** Another browser of somebody's. */
  signIn(email: string, withPassword?: string): Promise<Person>;
  /** The secret of an invitation of the admin's. */
  invite(email: string, role: string): Promise<string>;
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

  const post: Team['post'] = (path, body, headers) =>
    fetch(`${api.url}/api/auth/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: publicUrl,
        'x-forwarded-for': `10.${[...randomBytes(3)].join('.')}`,
        ...headers,
      },
      body: JSON.stringify(body),
    });

  async function enter(path: string, body: object): Promise<Person> {
    const response = await post(path, body);
    const { user, message } = (await response.json()) as { user?: Person; message?: string };
    if (!user) throw new Error(message);
    const cookie = cookieOf(response);
    const ask: Person['ask'] = (query, variables, headers) =>
      api.ask(query, variables, { cookie, ...headers });
    return { id: user.id, email: user.email, cookie, ask };
  }

  const signUp: Team['signUp'] = (email, invitation) =>
    enter('sign-up/email', { name: email.split('@')[0], email, password, invitation });

  async function invite(email: string, role: string): Promise<string> {
    const query =
      'mutation ($email: String!, $role: Role!) { inviteMember(email: $email, role: $role) { secret } }';
    return (await admin.ask(query, { email, role })).data.inviteMember.secret;
  }

  const admin = await signUp('ada@example.org', (await inviteFirstAdmin(api.db, 'ada@example.org'))!);
  return {
    api,
    family,
    admin,
    post,
    signUp,
    signIn: (email, withPassword = password) => enter('sign-in/email', { email, password: withPassword }),
    invite,
    async invited(role) {
      const email = `${role.toLowerCase()}-${randomBytes(4).toString('hex')}@example.org`;
      return signUp(email, await invite(email, role));
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

/** What a browser would keep of an answer. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
