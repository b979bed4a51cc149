import { beginJob, failJob, firstExperiment, Job, startExperiment } from '@kindred/core';
import { insertCheckpointPictures, insertFamily } from '@kindred/core/testing';
import { expect, test } from 'vitest';
import { insertPicturedFamily } from './pictured-family.ts';
import { runDashboard } from './run-dashboard.ts';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';

const stage = setUpStage(insertPicturedFamily);
const nobody = '00000000-0000-4000-8000-000000000000';

test.each([
  '/nowhere',
  `/experiments/${nobody}`,
  `/experiments/${nobody}/neurons/stage1.block0:1`,
  `/experiments/new?like=${nobody}`,
])('%s leads to nothing, which is told without words of the graph, and back to the list', async (path) => {
  const page = await stage.open(path);
  await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
  expect(await page.locator('main').textContent()).not.toContain('`');
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'All experiments' }).click();
  await page.getByRole('link', { name: stage.family.name }).waitFor();
});

test('what is about an experiment that isn’t there is answered with 404, and what is about one that is with 200', async () => {
  const statusOf = async (path: string) => (await fetch(`${stage.dashboard.url}/experiments/${path}`)).status;
  for (const id of [nobody, 'first-look'])
    for (const page of ['', '/atlas', '/neurons/stage1.block0:1'])
      expect([id + page, await statusOf(id + page)]).toEqual([id + page, 404]);
  expect(await statusOf(stage.family.experimentId)).toBe(200);
});

test('a family that failed says which of its jobs did and why, and goes on once somebody asks', async () => {
  const { id } = await startExperiment(stage.api.db, stage.api.queue, {
    ...firstExperiment,
    name: 'Too fast',
    seed: 7,
  });
  const { id: job } = await stage.api.db
    .getRepository(Job)
    .findOneByOrFail({ experimentId: id, name: 'train-model', model: { name: 'parent' } });
  await beginJob(stage.api.db, job);
  await failJob(stage.api.db, job, new Error('The loss is no number after step 3.'), { final: true });
  const page = await stage.open(`/experiments/${id}`);
  await page
    .getByRole('listitem')
    .filter({ hasText: /^train model · parentThe loss is no number after step 3\.$/ })
    .waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'go on with it' }).click();
  await page.getByText('Waiting for a worker.').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
});

test('a page that is long in coming says that it is being read, with its heading’s place where that will be', async () => {
  const page = await stage.open('/');
  let place: object | null = null;
  await stage.api.db.transaction(async (answers) => {
    await answers.query('lock table model in access exclusive mode');
    await page.getByRole('link', { name: stage.family.name }).click();
    await page.getByRole('status').getByText('Reading…').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    place = await page.locator('[aria-busy=true] > :first-child > :first-child').boundingBox();
  });
  const heading = page.getByRole('heading', { level: 1, name: stage.family.name });
  await heading.waitFor();
  const { y, height } = (await heading.boundingBox())!;
  expect(place).toMatchObject({ y, height });
});

test('while no API runs, every page says so and tries again', async () => {
  const dashboard = await runDashboard('http://127.0.0.1:9', { auth: 'team' });
  for (const path of ['/', `/experiments/${nobody}`, '/workspace', '/account', '/invitation', '/saved']) {
    const page = await stage.open(dashboard.url + path);
    await page.getByRole('heading', { level: 1, name: 'The API doesn’t answer' }).waitFor();
    await page.getByText('This page tries again every few seconds.').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.context().close();
  }
  await dashboard.close();
});

test('a family of more members than fit side by side says where only the first are shown', async () => {
  const family = await insertFamily(stage.api.db, { families: 7 });
  await insertCheckpointPictures(stage.api.db, family, family.children.slice(0, 2));
  const page = await stage.open(`/experiments/${family.experiment.id}`);
  const titled = (title: string) =>
    page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });
  await titled('Members').getByText('17 models').waitFor();
  await titled('Masks').getByText('14 models, layer by layer the first 12').waitFor();
  await titled('Atlas').getByText('17 models, here the first 12').waitFor();
  await titled('Divergence').getByText('pictures at checkpoints of the tuning, of the first 12').waitFor();
  expect(
    await titled('Atlas')
      .getByRole('img', { name: /of child 11$/ })
      .count(),
  ).toBeGreaterThan(0);
  expect(
    await titled('Atlas')
      .getByRole('img', { name: /of child 12$/ })
      .count(),
  ).toBe(0);
  expect(await seriousProblems(page)).toEqual([]);
});
