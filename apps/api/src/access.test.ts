import { randomBytes } from 'node:crypto';
import { acceptInvitation, Experiment, inviteFirstAdmin, Job, Membership, Workspace } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { getMigrations } from 'better-auth/db/migration';
import { GraphQLID, type GraphQLInputType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { createClient } from 'graphql-ws';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { accessOf } from './access/access.ts';
import { createTeamGate } from './access/team-gate.ts';
import { buildSchema } from './schema/build-schema.ts';
import { type Answer, type RunningApi, runApi } from './testing/run-api.ts';

const publicUrl = 'http://127.0.0.1:3000';
const password = 'correct horse battery staple';
const ours = 'ada@example.org';

let api: RunningApi;
let family: Family;
let admin: Person;

/** Somebody with a session: asks with their cookie. */
interface Person {
  id: string;
  cookie: string;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

beforeAll(async () => {
  api = await runApi((database) =>
    createTeamGate(database.dataSource, {
      databaseUrl: database.url,
      secret: randomBytes(32).toString('hex'),
      publicUrl,
    }),
  );
  family = await insertFamily(api.db);
  const secret = await inviteFirstAdmin(api.db, ours);
  admin = await signUp(ours, secret!);
});
afterAll(() => api.close());

/** From an address of its own unless one is given: too many from one are refused. */
function post(path: string, body: object, from = `10.${[...randomBytes(3)].join('.')}`): Promise<Response> {
  return fetch(`${api.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl, 'x-forwarded-for': from },
    body: JSON.stringify(body),
  });
}

async function signUp(email: string, invitation: string): Promise<Person> {
  const response = await post('sign-up/email', { name: email.split('@')[0], email, password, invitation });
  const answer = (await response.json()) as { user?: { id: string }; message?: string };
  if (!answer.user) throw new Error(answer.message);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { id: answer.user.id, cookie, ask: (query, variables) => api.ask(query, variables, { cookie }) };
}

async function invited(role: string, by: Person = admin): Promise<Person> {
  const email = `${role.toLowerCase()}-${randomBytes(4).toString('hex')}@example.org`;
  const { data } = await by.ask(
    'mutation ($email: String!, $role: Role!) { inviteMember(email: $email, role: $role) { secret } }',
    { email, role },
  );
  return signUp(email, data.inviteMember.secret);
}

const makeKey = async (person: Person, role: string) =>
  (await person.ask(`mutation { createApiKey(name: "a script", role: ${role}) { secret key { id } } }`)).data
    .createApiKey;
const withKey = (secret: string, query: string) => api.ask(query, {}, { authorization: `Bearer ${secret}` });
const codeOf = ({ errors }: Answer) => errors[0]?.extensions.code;

test('every field of Query, Mutation and Subscription says whom it is for', () => {
  const schema = buildSchema();
  const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!];
  const fields = roots.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
  expect(fields.length).toBeGreaterThan(15);
  expect(fields.filter(({ field }) => !accessOf(field)).map(({ field }) => field.name)).toEqual([]);
});

test('the tables are those that better-auth wants', async () => {
  const pool = new Pool({ connectionString: api.databaseUrl, options: '-c search_path=auth' });
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
      const answer = await api.ask(query);
      expect([answer.status, codeOf(answer), answer.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
    }
  });

  test('to a picture', async () => {
    const { status } = await fetch(`${api.url}/artifacts/${'0'.repeat(64)}`);
    expect(status).toBe(401);
  });

  test('by signing up without an invitation, with one for somebody else, or with one that was used', async () => {
    const stranger = { name: 'Eve', email: 'eve@example.org', password };
    const { data } = await admin.ask(
      'mutation { inviteMember(email: "mel@example.org", role: VIEWER) { secret } }',
    );
    const { secret } = data.inviteMember;
    await expect(post('sign-up/email', stranger)).resolves.toMatchObject({ status: 403 });
    await expect(post('sign-up/email', { ...stranger, invitation: secret })).resolves.toMatchObject({
      status: 403,
    });
    const mel = await signUp('mel@example.org', secret);
    expect((await mel.ask('{ viewer { role } }')).data.viewer).toEqual({ role: 'VIEWER' });
    await expect(acceptInvitation(api.db, secret, { id: mel.id, email: 'mel@example.org' })).rejects.toThrow(
      /No open invitation/,
    );
  });

  test('with a wrong password, a wrong key, or by another route of better-auth', async () => {
    await expect(
      post('sign-in/email', { email: ours, password: 'wrong horse battery' }),
    ).resolves.toMatchObject({ status: 401 });
    expect(codeOf(await withKey('kdr_wrong', '{ viewer { role } }'))).toBe('UNAUTHENTICATED');
    await expect(post('delete-user', {})).resolves.toMatchObject({ status: 404 });
  });
});

test('who tries passwords has to wait after a few', async () => {
  const tries = Array.from({ length: 5 }, () =>
    post('sign-in/email', { email: ours, password: 'a guess, and another' }, '10.0.0.1'),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses).toContain(429);
});

test('what there was before anybody could sign in is the first workspace’s', async () => {
  const { data } = await admin.ask(
    '{ experiments(first: 5) { nodes { id } } viewer { role user { email } workspace { name } } }',
  );
  expect(data.experiments.nodes).toEqual([{ id: family.experiment.id }]);
  expect(data.viewer).toEqual({ role: 'ADMIN', user: { email: ours }, workspace: { name: 'Our group' } });
});

test('a viewer looks and changes nothing, an editor asks for work, an admin sees to people', async () => {
  const [viewer, editor] = [await invited('VIEWER'), await invited('EDITOR')];
  const ask = 'mutation ($id: ID!) { exportOnnx(model: $id) { id } }';
  const invite = 'mutation { inviteMember(email: "x@example.org", role: VIEWER) { secret } }';
  const audit = '{ viewer { workspace { audit(first: 1) { totalCount } } } }';
  const model = { id: family.parent.id };
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
  const { status } = await fetch(`${api.url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://example.org', cookie: admin.cookie },
    body: '{}',
  });
  expect(status).toBe(403);
  expect((await admin.ask('{ viewer { role } }')).data.viewer.role).toBe('ADMIN');
});

describe('an API key', () => {
  test('does what its role may and its maker may, makes no keys, and ends', async () => {
    const editor = await invited('EDITOR');
    const { secret, key } = await makeKey(editor, 'VIEWER');
    expect((await withKey(secret, '{ viewer { role } }')).data.viewer.role).toBe('VIEWER');
    expect(
      codeOf(await withKey(secret, `mutation { exportOnnx(model: "${family.parent.id}") { id } }`)),
    ).toBe('FORBIDDEN');
    expect(
      codeOf(await withKey(secret, 'mutation { createApiKey(name: "more", role: VIEWER) { secret } }')),
    ).toBe('FORBIDDEN');
    expect(codeOf(await editor.ask('mutation { createApiKey(name: "more", role: ADMIN) { secret } }'))).toBe(
      'FORBIDDEN',
    );
    await editor.ask(`mutation { revokeApiKey(id: "${key.id}") { id } }`);
    expect(codeOf(await withKey(secret, '{ viewer { role } }'))).toBe('UNAUTHENTICATED');
  });

  test('is stored as a digest', async () => {
    const { secret } = await makeKey(admin, 'ADMIN');
    const rows: unknown = await api.db.query('select to_jsonb(api_key) from api_key');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('of somebody who left works no more', async () => {
    const editor = await invited('EDITOR');
    const { secret } = await makeKey(editor, 'EDITOR');
    await admin.ask('mutation ($user: ID!) { removeMember(user: $user) { role } }', { user: editor.id });
    expect(codeOf(await withKey(secret, '{ viewer { role } }'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await editor.ask('{ viewer { role } }'))).toBe('FORBIDDEN');
  });
});

test('a subscription wants a cookie or a key too', async () => {
  const { secret } = await makeKey(admin, 'VIEWER');
  const query = `subscription { experiment(id: "${family.experiment.id}") { name } }`;
  const first = async (authorization?: string) => {
    const client = createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
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
  const answer = await admin.ask(
    'mutation ($user: ID!) { setMemberRole(user: $user, role: VIEWER) { role } }',
    { user: admin.id },
  );
  expect(codeOf(answer)).toBe('CONFLICT');
  expect((await admin.ask('{ viewer { role } }')).data.viewer.role).toBe('ADMIN');
});

test('mutations are written down with who asked, what for, and what came of it', async () => {
  const viewer = await invited('VIEWER');
  await viewer.ask('mutation { revokeApiKey(id: "11111111-1111-1111-1111-111111111111") { id } }');
  const { data } = await admin.ask(
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

describe('another workspace', () => {
  let stranger: Person;
  beforeAll(async () => {
    stranger = await invited('ADMIN');
    const { id: workspaceId } = await api.db.getRepository(Workspace).save({ name: 'Elsewhere' });
    await api.db.getRepository(Membership).update({ userId: stranger.id }, { workspaceId });
  });

  test('sees none of ours', async () => {
    const { data } = await stranger.ask('{ experiments(first: 5) { totalCount nodes { id } } }');
    expect(data.experiments).toEqual({ totalCount: 0, nodes: [] });
  });

  test('finds nothing of ours by its id, whatever field takes one', async () => {
    const own = await insertFamily(api.db);
    const { data } = await stranger.ask('{ viewer { workspace { id } } }');
    const workspaceId = data.viewer.workspace.id;
    await api.db.getRepository(Experiment).update({ id: own.experiment.id }, { workspaceId });
    const job = await api.db.getRepository(Job).findOneByOrFail({ experimentId: family.experiment.id });
    const { key } = await makeKey(admin, 'VIEWER');
    const invitation = await admin.ask(
      'mutation { inviteMember(email: "zoe@example.org", role: VIEWER) { invitation { id } } }',
    );
    const operations = operationsOn(
      { experiment: own.experiment.id, model: own.parent.id },
      {
        experiment: family.experiment.id,
        model: family.parent.id,
        job: job.id,
        key: key.id,
        invitation: invitation.data.inviteMember.invitation.id,
        person: admin.id,
      },
    );
    expect(Object.keys(operations).sort()).toEqual(fieldsWithIds().sort());
    const answers = await Promise.all(Object.values(operations).map((query) => stranger.ask(query)));
    const codes = answers.map((answer, place) => [
      Object.keys(operations)[place],
      codeOf(answer) ?? answer.data,
    ]);
    const nothing: Record<string, object> = {
      'Query.node': { node: null },
      'Query.nodes': { nodes: [null, null, null] },
    };
    expect(codes).toEqual(Object.keys(operations).map((name) => [name, nothing[name] ?? 'NOT_FOUND']));
  });
});

/** For each field that takes ids, an operation of somebody who has an experiment of their own, with ids of ours. */
function operationsOn(
  own: { experiment: string; model: string },
  {
    experiment,
    model,
    job,
    key,
    invitation,
    person,
  }: Record<'experiment' | 'model' | 'job' | 'key' | 'invitation' | 'person', string>,
): Record<string, string> {
  const ofModel = (field: string) => `{ model(id: "${own.model}") { ${field} { __typename } } }`;
  const ofNeuron = (field: string) =>
    `{ model(id: "${own.model}") { neuron(at: "stage1.block0:0") { ${field} { __typename } } } }`;
  const request = (name: string, input: string) => `mutation { ${name}(input: { ${input} }) { __typename } }`;
  const models = `models: ["${model}"]`;
  const contrast = `objective: { contrast: { model: "${model}", kind: DIFFERENCE } }`;
  return {
    'Query.experiment': `{ experiment(id: "${experiment}") { id } }`,
    'Query.claims': `{ claims(experiment: "${experiment}", first: 1) { totalCount } }`,
    'Query.node': `{ node(id: "${experiment}") { id } }`,
    'Query.nodes': `{ nodes(ids: ["${experiment}", "${model}", "${model}/stage1.block0:0"]) { id } }`,
    'Query.ensemble': `{ ensemble(members: ["${model}"]) { name } }`,
    'Query.estimate': `{ estimate(of: { grid: { ${models}, image: 0, layer: "stem" } }) { jobs } }`,
    'Query.model': `{ model(id: "${model}") { id } }`,
    'Model.distanceTo': ofModel(`distanceTo(model: "${model}")`),
    'Model.maskOverlap': ofModel(`maskOverlap(model: "${model}")`),
    'Model.maskPartition': ofModel(`maskPartition(models: ["${model}"])`),
    'Model.layerMatch': ofModel(`layerMatch(model: "${model}", layer: "stem")`),
    'Neuron.match': ofNeuron(`match(in: "${model}")`),
    'Neuron.distanceTo': ofNeuron(`distanceTo(model: "${model}")`),
    'Neuron.visualization': ofNeuron(`visualization(${contrast})`),
    'Experiment.diversityTest': `{ experiment(id: "${own.experiment}") {
      diversityTest(of: SIBLINGS, against: SNAPSHOTS, experiment: "${experiment}") { __typename } } }`,
    'Mutation.cancelExperiment': `mutation { cancelExperiment(id: "${experiment}") { id } }`,
    'Mutation.retryExperiment': `mutation { retryExperiment(id: "${experiment}") { id } }`,
    'Mutation.cancelJob': `mutation { cancelJob(id: "${job}") { id } }`,
    'Mutation.retryJob': `mutation { retryJob(id: "${job}") { id } }`,
    'Mutation.exportOnnx': `mutation { exportOnnx(model: "${model}") { id } }`,
    'Mutation.requestEvaluation': request('requestEvaluation', models),
    'Mutation.requestGrid': request('requestGrid', `${models}, image: 0, layer: "stem"`),
    'Mutation.requestMatches': request('requestMatches', `model: "${own.model}", other: "${model}"`),
    'Mutation.requestSaliency': request('requestSaliency', `${models}, images: [0]`),
    'Mutation.requestVisualizations': request(
      'requestVisualizations',
      `${models}, neurons: ["stem:0"], preset: "quick", seed: 1`,
    ),
    'Mutation.revokeApiKey': `mutation { revokeApiKey(id: "${key}") { id } }`,
    'Mutation.revokeInvitation': `mutation { revokeInvitation(id: "${invitation}") { id } }`,
    'Mutation.setMemberRole': `mutation { setMemberRole(user: "${person}", role: VIEWER) { role } }`,
    'Mutation.removeMember': `mutation { removeMember(user: "${person}") { role } }`,
  };
}

/** `Type.field` of all that take an id, in an input or by itself; subscriptions have a test of their own. */
function fieldsWithIds(): string[] {
  const takesId = (type: GraphQLInputType): boolean => {
    const named = getNamedType(type);
    if (isInputObjectType(named))
      return Object.values(named.getFields()).some((field) => takesId(field.type));
    return named === GraphQLID;
  };
  const types = Object.values(buildSchema().getTypeMap()).filter(isObjectType);
  return types
    .filter(({ name }) => name !== 'Subscription')
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => field.args.some(({ type }) => takesId(type)))
    .map(({ type, field }) => `${type.name}.${field.name}`);
}
