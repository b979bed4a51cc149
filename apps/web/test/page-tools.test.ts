import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { insertPicturedFamily } from './pictured-family.ts';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';

const stage = setUpStage(insertPicturedFamily);

/** A page of a browser that may copy, at an address of the dashboard. */
const open = (path: string) => stage.open(path, { permissions: ['clipboard-read', 'clipboard-write'] });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** What a copied operation answers, asked with the variables of its comment. */
async function answerTo(copied: string) {
  const comment = copied.split('\n').filter((line) => line.startsWith('#'));
  const variables = comment.map((line) => line.replace(/^# (Variables: )?/, '')).join('\n');
  return stage.api.ask(copied, JSON.parse(variables));
}

test('every view can be copied as a question that the API answers', async () => {
  const at = `/experiments/${stage.family.experimentId}`;
  const views: Record<string, string[]> = {
    '/?status=done&dataset=mnist': ['experiments'],
    [at]: ['family'],
    [`${at}/layers/stage1.block0`]: ['correlations'],
    [`${at}/neurons/${stage.family.neurons[0]}`]: ['neurons'],
    [`${at}/atlas`]: ['pictures'],
    [`${at}/ensemble`]: ['predictions'],
    '/claims': ['claims'],
    [`${at}/images/0`]: ['saliency maps', 'activation grids'],
  };
  for (const [path, questions] of Object.entries(views)) {
    const page = await open(path);
    await page.getByRole('button', { name: 'copy as…' }).click();
    for (const about of questions) {
      await page.getByRole('button', { name: `Copy ${about} as GraphQL` }).click();
      await page.getByText(`Copied ${about} as GraphQL.`).waitFor();
      const { data, errors } = await answerTo(await clipboard(page));
      expect([Object.values(data)[0], errors]).toEqual([expect.anything(), []]);
    }
    await page.context().close();
  }
});

test('a view is copied with the keyboard alone, and what was copied is told', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}/neurons/${stage.family.neurons[0]}`);
  const menu = page.getByRole('button', { name: 'copy as…' });
  await menu.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Copied neurons as Python.').waitFor();
  expect(await clipboard(page)).toContain(`"${stage.dashboard.url}/graphql"`);
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await page.getByText('Copied neurons').count()).toBe(0);
});

test('where the browser lets nothing be copied, the text is there to be taken', async () => {
  const page = await open('/');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'copy as…' }).click();
  await page.getByRole('button', { name: 'Copy experiments as curl' }).click();
  const text = page.getByRole('textbox', { name: 'Copy experiments as curl from here' });
  expect(await text.inputValue()).toMatch(/^curl .*\/graphql/);
});

test('arrow keys in a note move its cursor, and walk no neurons', async () => {
  const ref = stage.family.neurons[1]!;
  const page = await open(`/experiments/${stage.family.experimentId}/neurons/${ref}`);
  await page.getByLabel('A note').fill('An edge');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('g');
  expect(await page.getByLabel('A note').inputValue()).toBe('An edgge');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(ref);
});
