import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runKindred } from '@kindred/client/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { colourSeen, paint } from './painted.ts';
import { insertPicturedFamily } from './pictured-family.ts';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';

const stage = setUpStage(async (api) => {
  const family = await insertPicturedFamily(api);
  await paint(api, 'blue');
  await paint(api, 'green', family.children.slice(0, 1));
  return family;
});
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kindred-site-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const save = (to: string, at: string) =>
  runKindred(stage.api.url, ['site', stage.family.experimentId, '--to', to, '--dashboard', at, '--json']);

test('a family is looked at from a disk, its neurons and pictures too, and nothing is asked of a server', {
  timeout: 180_000,
}, async () => {
  const to = path.join(folder, 'family');
  const { code, json } = await save(to, stage.dashboard.url);
  expect(code).toBe(0);
  const [{ pages, files }] = json();
  expect(pages).toBeGreaterThan(stage.family.neurons.length);
  expect(files).toBe(
    (await readdir(to, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length,
  );

  const page = await stage.browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => request.url().startsWith('file:') || asked.push(request.url()));
  await page.goto(pathToFileURL(path.join(to, 'index.html')).href);
  await page.getByRole('heading', { level: 1, name: stage.family.name }).waitFor();
  for (const chart of [/^A-Hash: child 1 to the parent/, /^Accuracy over training of parent/])
    expect(await page.getByRole('img', { name: chart }).count()).toBe(1);
  const ref = stage.family.neurons[2]!;
  const picture = page.getByRole('img', { name: `${ref} of child 1` });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => colourSeen(picture)).toBe('green');
  expect(await seriousProblems(page)).toEqual([]);
  await picture.click();
  await page.getByRole('heading', { level: 1, name: ref }).waitFor();
  expect(
    await page
      .getByRole('button')
      .or(page.getByRole('heading', { name: 'Notes' }))
      .count(),
  ).toBe(0);
  await page.getByRole('link', { name: stage.family.name }).first().click();
  await page.getByRole('heading', { level: 1, name: stage.family.name }).waitFor();
  expect(asked).toEqual([]);
});

test('nothing is written where no dashboard answers, or over what is there', async () => {
  const to = path.join(folder, 'nowhere');
  expect(await save(to, 'http://127.0.0.1:9')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('http://127.0.0.1:9'),
  });
  expect(await save(folder, stage.dashboard.url)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('holds something already'),
  });
  expect(await readdir(folder)).toEqual(['family']);
});
