import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { createTeamGate, type RunningApi, runApi } from '@kindred/api/testing';
import { createApiKey, Experiment, Membership, User, Workspace } from '@kindred/core';
import { insertFamily } from '@kindred/core/testing';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asCurl } from '../src/features/copy/as-curl.ts';
import { asGraphql } from '../src/features/copy/as-graphql.ts';
import { asPython } from '../src/features/copy/as-python.ts';
import type { Question } from '../src/features/copy/question.ts';

/** What shells, Python, JSON and GraphQL each give a meaning of its own. */
const text = `it's "quoted" \`id\` $HOME $(id) !! \\n \\u0041 %s """ ''' # not a comment
тест 学 😀 \u2028 tab\tend\\`;

let api: RunningApi;
let key: string;
let about: string;

/** A server that lets nobody in without a key. */
beforeAll(async () => {
  const publicUrl = 'http://127.0.0.1:3000';
  api = await runApi(({ dataSource, url: databaseUrl }) =>
    createTeamGate(dataSource, { databaseUrl, secret: 'x'.repeat(32), publicUrl }),
  );
  const { db } = api;
  const { experiment } = await insertFamily(db);
  const { id: workspaceId } = await db.getRepository(Workspace).save({ name: 'Our group' });
  await db.getRepository(Experiment).update({ id: experiment.id }, { workspaceId });
  const ada = { name: 'Ada', email: 'ada@example.org', emailVerified: true };
  const { id: userId } = await db.getRepository(User).save(ada);
  await db.getRepository(Membership).insert({ workspaceId, userId, role: 'editor' });
  about = experiment.id;
  key = (await createApiKey(db, { workspaceId, userId, name: 'a notebook', role: 'editor' })).secret;
});
afterAll(() => api?.close());

/** Says the text once by a variable, once in the operation, and once as a block there. */
function question(): Question {
  const query = `mutation Say($about: ID!, $text: String!) {
  variable: addNote(about: $about, text: $text) { text }
  literal: addNote(about: $about, text: ${JSON.stringify(text)}) { text }
  block: addNote(about: $about, text: """it's a "block" of \\d""") { text }
}`;
  return { about: 'notes', query, variables: { about, text } };
}

const said = { variable: { text }, literal: { text }, block: { text: 'it\'s a "block" of \\d' } };
const isHere = (command: string) => spawnSync(command, ['--version']).status === 0;

async function run(command: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, KINDRED_API_KEY: key };
  return (await promisify(execFile)(command, args, { env })).stdout;
}

test('what is copied as Python asks the same, whatever the values are', async ({ skip }) => {
  skip(!isHere('python3'), 'There is no python3 on this machine.');
  const script = asPython(question(), `${api.url}/graphql`);
  expect(JSON.parse(await run('python3', '-c', script))).toEqual(said);
});

test('what is copied as curl asks the same in any shell, whatever the values are', async ({ skip }) => {
  skip(!isHere('curl'), 'There is no curl on this machine.');
  const command = asCurl(question(), `${api.url}/graphql`);
  const shells = ['sh', 'bash', 'zsh'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0);
  for (const shell of shells) expect(JSON.parse(await run(shell, '-c', command)).data).toEqual(said);
});

test('values of every kind come through', async ({ skip }) => {
  skip(!isHere('python3'), 'There is no python3 on this machine.');
  const values = { none: null, yes: true, no: false, small: -1e-7, list: [1, [], {}], 'a "name"': '' };
  const script = asPython({ about: 'values', query: '{ viewer { role } }', variables: values }, api.url);
  const shown = `${script.split('\nheaders = ')[0]}\nprint(json.dumps(VARIABLES))`;
  expect(JSON.parse(await run('python3', '-c', shown))).toEqual(values);
});

test('what is copied as GraphQL is the operation, its variables in a comment', () => {
  const copied = asGraphql(question());
  const comment = copied.split('\n').filter((line) => line.startsWith('#'));
  const values = comment.map((line) => line.replace(/^# (Variables: )?/, ''));
  expect(JSON.parse(values.join('\n'))).toEqual({ about, text });
  expect(print(parse(copied))).toBe(print(parse(question().query)));
});

test('a refusal is told in the API’s words', async ({ skip }) => {
  skip(!isHere('python3'), 'There is no python3 on this machine.');
  const asked = { about: 'nothing', query: '{ experiment(id: "nope") { name } }', variables: {} };
  const refused = run('python3', '-c', asPython(asked, `${api.url}/graphql`));
  await expect(refused).rejects.toThrow('"nope"');
});
