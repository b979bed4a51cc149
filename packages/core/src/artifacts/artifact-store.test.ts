import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { Artifact } from './artifact.entity.ts';
import { type ArtifactStore, createArtifactStore } from './artifact-store.ts';

/** SHA-256 of `abc`, from FIPS 180-2. */
const digestOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const abc = Buffer.from('abc');

let database: TestDatabase;
let directory: string;
let store: ArtifactStore;
beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'kindred-artifacts-'));
  store = createArtifactStore(directory);
});
afterAll(async () => {
  await database.drop();
  await rm(directory, { recursive: true });
});

test('bytes are kept once, at the address of their digest, however often they come', async () => {
  const puts = [1, 2, 3].map(() => store.put(abc, 'text/plain', database.dataSource));
  expect(await Promise.all(puts)).toEqual([digestOfAbc, digestOfAbc, digestOfAbc]);
  expect(await store.read(digestOfAbc)).toEqual(abc);
  expect(store.pathOf(digestOfAbc)).toBe(join(directory, 'ba', digestOfAbc.slice(2)));
  expect(await readdir(join(directory, 'ba'))).toEqual([digestOfAbc.slice(2)]);
  const rows = await database.dataSource.getRepository(Artifact).find();
  expect(rows).toMatchObject([{ digest: digestOfAbc, mediaType: 'text/plain', byteLength: 3 }]);
});

test('an altered file is an error that names its digest', async () => {
  const digest = await store.put(Buffer.from('weights'), 'text/plain', database.dataSource);
  await writeFile(store.pathOf(digest), 'weighty');
  await expect(store.read(digest)).rejects.toThrow(`Artifact ${digest} was altered`);
  await store.put(Buffer.from('weights'), 'text/plain', database.dataSource);
  expect(String(await store.read(digest))).toBe('weights');
});

test('an unknown digest is not found', async () => {
  await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each(['', '../../etc/passwd', 'AB'.repeat(32), `${'a'.repeat(64)}/..`])(
  '"%s" is not a digest',
  async (text) => {
    expect(() => store.pathOf(text)).toThrow('is not an artifact');
    await expect(store.read(text)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  },
);

test('what is free on the disk is known once there is a folder', async () => {
  expect(await createArtifactStore(directory).freeBytes()).toBeGreaterThan(0);
  expect(await createArtifactStore(join(directory, 'none')).freeBytes()).toBeNull();
});
