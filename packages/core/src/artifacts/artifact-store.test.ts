import { appendFile, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isPassingTrouble } from '../errors/passing-trouble.ts';
import { breakingLine } from '../testing/breaking-line.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { type RunningS3, startS3 } from '../testing/start-s3.ts';
import { Artifact } from './artifact.entity.ts';
import { artifactPath } from './artifact-path.ts';
import { type ArtifactStore, createArtifactStore } from './artifact-store.ts';
import { requireSharedStore } from './require-shared-store.ts';
import { sha256 } from './sha256.ts';

/** SHA-256 of `abc`, from FIPS 180-2. */
const digestOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const abc = Buffer.from('abc');
const large = Buffer.alloc(12 * 2 ** 20, 'large');

let database: TestDatabase;
let directory: string;
let s3: RunningS3;
beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'kindred-artifacts-'));
  s3 = await startS3();
  for (const [name, value] of Object.entries(s3.env)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await s3.close();
  await database.drop();
  await rm(directory, { recursive: true });
});

describe.each([
  ['a folder', () => directory, (digest: string) => join(directory, artifactPath(digest))],
  ['a bucket', () => 's3://kindred/lab/', (digest: string) => s3.fileOf(`lab/${artifactPath(digest)}`)],
])('in %s', (_, place, fileOf) => {
  let store: ArtifactStore;
  beforeAll(async () => {
    store = createArtifactStore(place());
    await database.dataSource.getRepository(Artifact).deleteAll();
  });
  const put = (bytes: Uint8Array) => store.put(bytes, 'text/plain', database.dataSource);

  test('bytes are kept once, at the address of their digest, however often they come', async () => {
    expect(await Promise.all([put(abc), put(abc), put(abc)])).toEqual(Array(3).fill(digestOfAbc));
    expect(await store.read(digestOfAbc)).toEqual(abc);
    expect(await readdir(join(fileOf(digestOfAbc), '..'))).toHaveLength(place() === directory ? 1 : 3);
    const rows = await database.dataSource.getRepository(Artifact).find();
    expect(rows).toMatchObject([{ digest: digestOfAbc, mediaType: 'text/plain', byteLength: 3 }]);
  });

  test('what is empty and what is large come back as they went', async () => {
    for (const bytes of [Buffer.alloc(0), large])
      expect((await store.read(await put(bytes))).equals(bytes)).toBe(true);
  });

  test('an altered file is an error that names it, and is mended by the same bytes', async () => {
    const digest = await put(Buffer.from('weights'));
    await writeFile(fileOf(digest), 'weighty');
    await expect(store.read(digest)).rejects.toMatchObject({
      code: 'ALTERED',
      message: expect.stringContaining(`Artifact ${digest} was altered: its bytes hash to `),
    });
    await put(Buffer.from('weights'));
    expect(String(await store.read(digest))).toBe('weights');
  });

  test.each([
    ['longer', (file: string) => appendFile(file, Buffer.alloc(9 * 2 ** 20))],
    ['shorter', (file: string) => truncate(file, 11 * 2 ** 20)],
  ])('of a large file that became %s, nobody who follows it sees the end', async (_, alter) => {
    const digest = await put(large);
    await alter(fileOf(digest));
    let seen = 0;
    const follow = async () => {
      for await (const chunk of await store.open(digest)) seen += chunk.length;
    };
    await expect(follow()).rejects.toThrow(digest);
    expect(seen).toBeLessThan(large.length + 9 * 2 ** 20);
  });

  test('an unknown digest is not found', async () => {
    await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each(['', '../../etc/passwd', 'AB'.repeat(32), `${'a'.repeat(64)}/..`])(
    '"%s" is not a digest',
    async (text) => {
      await expect(store.read(text)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    },
  );
});

test('what is free on the disk is known once there is a folder, and never of a bucket', async () => {
  expect(await createArtifactStore(directory).freeBytes()).toBeGreaterThan(0);
  expect(await createArtifactStore(join(directory, 'none')).freeBytes()).toBeNull();
  expect(await createArtifactStore('s3://kindred').freeBytes()).toBeNull();
});

test('what breaks off on its way to a bucket has no row and is never read, and may go well later', async () => {
  const line = await breakingLine(s3.port, large.length / 2);
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${line.port}`);
  const bytes = Buffer.from(large).fill('other');
  const put = () => createArtifactStore('s3://kindred').put(bytes, 'text/plain', database.dataSource);
  const error = await put().catch((thrown: Error) => thrown);
  line.close();
  expect(isPassingTrouble(error)).toBe(true);
  expect(await database.dataSource.getRepository(Artifact).existsBy({ digest: sha256(bytes) })).toBe(false);
  vi.stubEnv('AWS_ENDPOINT_URL', s3.env.AWS_ENDPOINT_URL);
  const store = createArtifactStore('s3://kindred');
  await expect(store.read(sha256(bytes))).rejects.toThrow(sha256(bytes));
  expect((await store.read(await put())).equals(bytes)).toBe(true);
});

test('a store that has nothing of what the database tells is another one, and one that cannot be reached says why', async () => {
  const { dataSource } = database;
  await createArtifactStore(directory).put(abc, 'text/plain', dataSource);
  await requireSharedStore(dataSource, createArtifactStore(directory));
  const elsewhere = createArtifactStore(join(directory, 'elsewhere'));
  await expect(requireSharedStore(dataSource, elsewhere)).rejects.toMatchObject({ code: 'CONFLICT' });
  await dataSource.getRepository(Artifact).deleteAll();
  await requireSharedStore(dataSource, elsewhere);
  const nowhere = createArtifactStore('s3://nowhere');
  await expect(requireSharedStore(dataSource, nowhere)).rejects.toThrow('has no bucket of that name');
});
