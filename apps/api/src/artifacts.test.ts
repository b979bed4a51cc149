import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { artifactPath } from '@kindred/core';
import { insertFamily } from '@kindred/core/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type RunningApi, runApi } from './testing/run-api.ts';

const png = Buffer.from('not really a picture, and nobody looks');
let api: RunningApi;
let picture: string;
let weights: string;
let lost: string;

beforeAll(async () => {
  api = await runApi();
  picture = await api.artifacts.put(png, 'image/png', api.db);
  weights = await api.artifacts.put(Buffer.from('weights'), 'application/vnd.safetensors', api.db);
  lost = await api.artifacts.put(Buffer.from('soon gone'), 'image/png', api.db);
});
afterAll(() => api.close());

test('a picture is shown, and kept by browsers for ever', async () => {
  const response = await fetch(`${api.url}/artifacts/${picture}`);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${picture}"`,
    'x-content-type-options': 'nosniff',
  });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
});

describe('a copy of a picture', () => {
  const pixels = { width: 200, height: 100, channels: 3, background: '#c84' } as const;
  let wide: string;
  let wideUrl: string;
  const copyOf = (width: number, digest = wide) =>
    fetch(`${api.url}/artifacts/${digest}?width=${width}&format=webp`);

  beforeAll(async () => {
    // What the server reads nothing of, and this test does.
    sharp.unblock({ operation: ['VipsForeignLoadWebpBuffer'] });
    wide = await api.artifacts.put(await sharp({ create: pixels }).png().toBuffer(), 'image/png', api.db);
    wideUrl = `${api.url}/artifacts/${wide}`;
  });

  test.each([
    [64, 64, 32],
    [128, 128, 64],
    [256, 200, 100],
  ])('of %i pixels at most is %i × %i and has the colours of the original', async (asked, width, height) => {
    const response = await copyOf(asked);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${wide}-${asked}.webp"`,
      'x-content-type-options': 'nosniff',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height });
    const { dominant } = await sharp(bytes).stats();
    expect(dominant).toEqual({ r: 200, g: 136, b: 72 });
  });

  test('need not be fetched again by who has it, and isn’t taken for the original', async () => {
    const given = (etag: string, query: string) =>
      fetch(wideUrl + query, { headers: { 'if-none-match': etag } }).then(({ status }) => status);
    expect(await given(`"${wide}-64.webp"`, '?width=64&format=webp')).toBe(304);
    expect(await given(`"${wide}-64.webp"`, '')).toBe(200);
    expect(await given(`"${wide}"`, '?width=64&format=webp')).toBe(200);
  });

  test('is made once', async () => {
    const bytes = await sharp({ create: { ...pixels, width: 70 } })
      .png()
      .toBuffer();
    const digest = await api.artifacts.put(bytes, 'image/png', api.db);
    const made = await (await copyOf(64, digest)).arrayBuffer();
    await rm(join(api.artifactsFolder, artifactPath(digest)));
    expect(await (await copyOf(64, digest)).arrayBuffer()).toEqual(made);
    expect((await copyOf(128, digest)).status).toBe(500);
  });

  test.each([
    'width=65&format=webp',
    'width=64',
    'format=webp',
    'width=64&format=gif',
    'width=64&width=64&format=webp',
  ])('of %s is refused with what there is', async (query) => {
    const response = await fetch(`${wideUrl}?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('cache-control')).toBeNull();
    const { errors } = (await response.json()) as Answer;
    expect(errors[0]!.message).toContain('write width=64, 128, 256, 512 and format=webp');
  });

  test('of anything else is refused, also of what only goes by the name of a PNG', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const drawing = await api.artifacts.put(svg, 'image/png', api.db);
    for (const [digest, message] of [
      [weights, 'is application/vnd.safetensors: only PNG pictures'],
      [drawing, 'can’t be read as a picture'],
      [picture, 'can’t be read as a picture'],
    ] as const) {
      const response = await copyOf(64, digest);
      expect(response.status).toBe(400);
      const { errors } = (await response.json()) as Answer;
      expect(errors[0]!.message).toContain(message);
    }
  });

  test('of a file that was altered is an error that names it', async () => {
    const bytes = await sharp({ create: { ...pixels, width: 9 } })
      .png()
      .toBuffer();
    const digest = await api.artifacts.put(bytes, 'image/png', api.db);
    await appendFile(join(api.artifactsFolder, artifactPath(digest)), 'x');
    const response = await copyOf(64, digest);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain(`Artifact ${digest} was altered`);
  });
});

describe('a strip of pictures', () => {
  const colours = ['#f00', '#0f0', '#00f'];
  const inOne = (digests: readonly string[], query = '?width=64&format=webp') =>
    fetch(`${api.url}/artifacts/${digests.join()}${query}`);
  const square = async (background: string, size = 100) => {
    const create = { width: size, height: size, channels: 3, background } as const;
    return api.artifacts.put(await sharp({ create }).png().toBuffer(), 'image/png', api.db);
  };
  let digests: string[];

  beforeAll(async () => {
    digests = await Promise.all(colours.map((colour) => square(colour)));
  });

  test('has their copies from left to right', async () => {
    const response = await inOne(digests);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${digests.join()}-64.webp"`,
    });
    const strip = sharp(Buffer.from(await response.arrayBuffer()));
    expect(await strip.metadata()).toMatchObject({ width: 192, height: 64 });
    for (const [place, strongest] of (['r', 'g', 'b'] as const).entries()) {
      const part = { left: 64 * place, top: 0, width: 64, height: 64 };
      const { dominant } = await sharp(await strip.clone().extract(part).toBuffer()).stats();
      expect(dominant[strongest]).toBeGreaterThan(200);
      expect(dominant.r + dominant.g + dominant.b).toBeLessThan(300);
    }
  });

  test('need not be fetched again by who has it', async () => {
    const headers = { 'if-none-match': `"${digests.join()}-64.webp"` };
    const address = `${api.url}/artifacts/${digests.join()}?width=64&format=webp`;
    expect((await fetch(address, { headers })).status).toBe(304);
  });

  test.each([
    ['of pictures of two sizes', async () => [...digests, await square('#fff', 32)], '64 × 64 and 32 × 32'],
    [
      'of seventeen',
      async () => Array<string>(17).fill(digests[0]!),
      '17 pictures are too many in one: 16 at most',
    ],
    ['of what is no picture', async () => [...digests, weights], 'is application/vnd.safetensors'],
  ])('%s is refused', async (_, findDigests, message) => {
    const response = await inOne(await findDigests());
    expect(response.status).toBe(400);
    expect(((await response.json()) as Answer).errors[0]!.message).toContain(message);
  });

  test('of lossless originals there is none', async () => {
    const response = await inOne(digests, '');
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Answer;
    expect(errors[0]!.message).toContain('3 artifacts come as one in copies alone: write width=64');
  });

  test('of what isn’t all there is not found', async () => {
    const nowhere = '0'.repeat(64);
    const response = await inOne([...digests, nowhere]);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(`No artifact has the digest ${nowhere}.\n`);
  });
});

test('all else is downloaded', async () => {
  const response = await fetch(`${api.url}/artifacts/${weights}`);
  expect(response.headers.get('content-disposition')).toBe('attachment');
  expect(response.headers.get('content-type')).toBe('application/vnd.safetensors');
});

test('a link may end with the name that the file is saved by', async () => {
  const response = await fetch(`${api.url}/artifacts/${weights}/mnist-child-1.weights.safetensors`);
  expect(await response.text()).toBe('weights');
  expect(response.headers.get('content-disposition')).toBe('attachment');
  expect((await fetch(`${api.url}/artifacts/${weights}/two/names`)).status).toBe(404);
});

test('who has it need not fetch it again', async () => {
  const response = await fetch(`${api.url}/artifacts/${picture}`, {
    headers: { 'if-none-match': `"${picture}"` },
  });
  expect(response.status).toBe(304);
  expect(await response.text()).toBe('');
});

test.each(['0'.repeat(64), 'abc', '..%2F..%2Fetc%2Fpasswd'])('%s is not found', async (digest) => {
  const response = await fetch(`${api.url}/artifacts/${digest}`);
  expect(response.status).toBe(404);
  expect(await response.text()).toMatch(/^No artifact has the digest /);
});

test('a file that is lost is our fault, told without its place, and no cache keeps the answer', async () => {
  await rm(join(api.artifactsFolder, artifactPath(lost)));
  const response = await fetch(`${api.url}/artifacts/${lost}`);
  expect(response.status).toBe(500);
  expect(response.headers.get('cache-control')).toBeNull();
  expect(await response.text()).toMatch(
    /Something went wrong on our side; the log has it under [0-9a-f-]{36}\./,
  );
  expect(JSON.stringify(errorsLogged())).toContain(lost);
});

test('a family’s files come page by page, each with what it is and whose', async () => {
  const { experiment } = await insertFamily(api.db);
  const query = `query ($id: ID!, $after: String) { experiment(id: $id) { artifacts(first: 4, after: $after, kind: [MASK, LOGITS]) {
    totalCount pageInfo { hasNextPage endCursor } nodes { kind model { name } artifact { id mediaType byteLength url } }
  } } }`;
  const first = (await api.ask(query, { id: experiment.id })).data.experiment.artifacts;
  expect(first).toMatchObject({ totalCount: 11, pageInfo: { hasNextPage: true } });
  const second = (await api.ask(query, { id: experiment.id, after: first.pageInfo.endCursor })).data
    .experiment;
  const uses = [...first.nodes, ...second.artifacts.nodes];
  expect(uses.map(({ kind, model }) => `${kind} ${model.name}`)).toEqual([
    ...['child-1', 'child-2', 'child-3', 'child-4'].map((name) => `MASK ${name}`),
    ...['parent', 'child-1', 'child-2', 'child-3'].map((name) => `LOGITS ${name}`),
  ]);
  const { artifact } = uses[0];
  expect(artifact).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{64}$/),
    mediaType: 'application/octet-stream',
    byteLength: 'mask of child-1'.length,
    url: `/artifacts/${artifact.id}`,
  });
  const foreign = await api.ask(query, { id: experiment.id, after: 'bm9ib2R5' });
  expect(foreign.errors[0]!.extensions.code).toBe('BAD_INPUT');
});

test('a file that was altered is an error that names it, and nothing of it is sent', async () => {
  const digest = await api.artifacts.put(Buffer.from('true'), 'image/png', api.db);
  await appendFile(join(api.artifactsFolder, artifactPath(digest)), ' or not');
  const response = await fetch(`${api.url}/artifacts/${digest}`);
  expect(response.status).toBe(500);
  expect(response.headers.get('cache-control')).toBeNull();
  expect(await response.json()).toEqual({
    errors: [
      {
        message: expect.stringContaining(`Artifact ${digest} was altered`),
        extensions: { code: 'ALTERED' },
      },
    ],
  });
});

test('a large file that was altered breaks off before its end, is logged by name, and nobody takes it for whole', async () => {
  api.logged.length = 0;
  const digest = await api.artifacts.put(Buffer.alloc(12 * 2 ** 20), 'application/octet-stream', api.db);
  await appendFile(join(api.artifactsFolder, artifactPath(digest)), 'x');
  const response = await fetch(`${api.url}/artifacts/${digest}`);
  await expect(response.arrayBuffer()).rejects.toThrow('terminated');
  expect(JSON.stringify(errorsLogged())).toContain(digest);
});

test('who goes away while a large file comes leaves no trouble behind', async () => {
  api.logged.length = 0;
  const bytes = Buffer.alloc(16 * 2 ** 20, 'long');
  const digest = await api.artifacts.put(bytes, 'application/octet-stream', api.db);
  const leaving = new AbortController();
  await fetch(`${api.url}/artifacts/${digest}`, { signal: leaving.signal });
  leaving.abort();
  const whole = await fetch(`${api.url}/artifacts/${digest}`);
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  expect(errorsLogged()).toEqual([]);
});

function errorsLogged(): object[] {
  return api.logged.filter(({ level }) => level === 'error');
}
