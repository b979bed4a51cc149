import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fastestFolder } from '../../testing/fastest-folder.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.ts';
import { commandOf, isAlive } from './process-state.ts';

let parent: string;
let shared: string;
let directory: string;
let sentences: string[];
let started: EmbeddedPostgres[];

beforeAll(async () => {
  parent = await mkdtemp(join(await fastestFolder(), 'kindred-embedded-'));
  await chmod(parent, 0o755);
  shared = join(parent, 'postgres');
});
afterAll(() => rm(parent, { recursive: true }));
beforeEach(() => {
  directory = shared;
  sentences = [];
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.stop();
});

async function start(): Promise<EmbeddedPostgres> {
  const log = (sentence: string) => sentences.push(sentence);
  const server = await startEmbeddedPostgres({ directory, log, fsync: false });
  started.push(server);
  return server;
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query({ text: statement, rowMode: 'array' });
  await client.end();
  return rows.flat();
}

const lockFile = () => join(directory, 'data', 'postmaster.pid');
const serverPid = async () => Number((await readFile(lockFile(), 'utf8')).split('\n')[0]);

async function untilDead(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
}

test('one starts it, others attach; it ends with the one that started it and comes back as it was', async () => {
  const owner = await start();
  expect(owner.attached).toBe(false);
  await ask(owner.url, 'create table kept ()');
  const guest = await start();
  expect(guest).toMatchObject({ attached: true, url: owner.url });
  await guest.stop();
  expect(await ask(owner.url, 'show random_page_cost')).toEqual(['1.1']);
  const pid = await serverPid();
  await owner.stop();
  expect(await commandOf(pid)).toBe('');

  const again = await start();
  expect(again).toMatchObject({ attached: false, url: owner.url });
  expect(await ask(again.url, `select to_regclass('kept')::text`)).toEqual(['kept']);
  expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600);
});

test('two that start on a new folder at the same time share one server', async () => {
  directory = join(parent, 'contested');
  const both = await Promise.all([start(), start()]);
  expect(both.map(({ attached }) => attached).sort()).toEqual([false, true]);
  expect(both[0].url).toBe(both[1].url);
});

test('a server whose owner was killed gets a new owner', async () => {
  const { url } = await start();
  // What PostgreSQL does when the owner's process is gone.
  await ask(
    url,
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'kindred embedded'`,
  );
  const heir = await start();
  expect(heir).toMatchObject({ url, attached: false });
  const pid = await serverPid();
  await heir.stop();
  expect(await commandOf(pid)).toBe('');
});

test('a server that was killed recovers', async () => {
  const { url } = await start();
  await ask(url, 'create table written ()');
  const pid = await serverPid();
  process.kill(pid, 'SIGKILL');
  await untilDead(pid);
  const next = await start();
  expect(await ask(next.url, `select to_regclass('written')::text`)).toEqual(['written']);
  expect(sentences.join('\n')).toContain(`process ${pid} left its lock behind`);
});

test('a lock whose number now belongs to another program is removed', async () => {
  await (await start()).stop();
  await writeFile(lockFile(), `${process.pid}\n${join(directory, 'data')}\n0\n5432\n\n127.0.0.1\n`);
  const next = await start();
  expect(await ask(next.url, 'select 1')).toEqual([1]);
  expect(sentences.join('\n')).toContain(`process ${process.pid} left its lock behind`);
});

test('when its port is taken it moves to another, and says so', async () => {
  const first = await start();
  await first.stop();
  const port = Number(new URL(first.url).port);
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  try {
    const next = await start();
    expect(next.url).not.toBe(first.url);
    expect(sentences.join('\n')).toContain(`Port ${port} is taken`);
  } finally {
    squatter.close();
  }
});

test('a file in the place of the folder is a sentence that says what to do', async () => {
  directory = join(parent, 'file');
  await writeFile(directory, '');
  await expect(start()).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: `${directory} is not a folder. Move that file away and start again.`,
  });
});

test('a folder of another PostgreSQL version says so', async () => {
  await (await start()).stop();
  const versionFile = join(directory, 'data', 'PG_VERSION');
  const version = await readFile(versionFile);
  await writeFile(versionFile, '12\n');
  await expect(start()).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('database files are incompatible with server'),
  });
  await writeFile(versionFile, version);
});

test.skipIf(process.getuid?.() !== 0)(
  'root is told which folder is closed to the user that PostgreSQL runs as',
  async () => {
    const closed = join(parent, 'closed');
    await mkdir(closed, { mode: 0o700 });
    directory = join(closed, 'postgres');
    await expect(start()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining(`may not enter ${closed} on the way`),
    });
  },
);
