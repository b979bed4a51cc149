import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';
import { insertWideFamily } from './wide-family.ts';

const stage = setUpStage(insertWideFamily);

const open = (query: string, viewport = { width: 1280, height: 900 }) =>
  stage.open(`/experiments/${stage.family.experimentId}/atlas${query}`, { viewport });

const grid = (page: Page) => page.getByRole('grid', { name: 'Pictures of wide' });
const picture = (page: Page, channel: number, model: string) =>
  page.getByRole('img', { name: `wide:${channel} of ${model}`, exact: true });

test('of 2,000 pictures few are there, and the last once it is scrolled to', async () => {
  const page = await open('?model=child-1');
  await picture(page, 0, 'child 1').waitFor();
  expect(await grid(page).getAttribute('aria-rowcount')).toBe('223');
  expect(await page.getByRole('gridcell').count()).toBeLessThan(120);
  expect(await picture(page, 1999, 'child 1').count()).toBe(0);
  await grid(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await picture(page, 1999, 'child 1').waitFor();
  expect(await page.getByRole('gridcell').count()).toBeLessThan(120);
});

test('the family’s page shows a layer’s first neurons and says where all of them are', async () => {
  const page = await stage.open(`/experiments/${stage.family.experimentId}`);
  const sheet = page.getByRole('region', { name: 'Atlas of neurons' });
  expect(await sheet.getByRole('img', { name: /^wide:\d+ of parent$/ }).count()).toBe(12);
  await picture(page, 11, 'child 2').waitFor();
  await sheet.getByRole('link', { name: 'all 2,000 of wide' }).click();
  await page.waitForURL('**/atlas?layer=wide');
  await grid(page).waitFor();
});

test('a row a neuron shows it in every model, the farthest apart first where that is asked', async () => {
  const page = await open('?sort=divergence');
  await picture(page, 1969, 'child 2').waitFor();
  const { data } = await stage.api.ask(
    `query ($id: ID!) { experiment(id: $id) { models(first: 3) { nodes { id } } } }`,
    { id: stage.family.experimentId },
  );
  const [, one, other] = data.experiment.models.nodes;
  const asked = await stage.api.ask(
    `query ($one: ID!, $other: ID!) { model(id: $one) { neuron(at: "wide:1969") { distanceTo(model: $other) { perceptual { bits } } } } }`,
    { one: one.id, other: other.id },
  );
  const { bits } = asked.data.model.neuron.distanceTo.perceptual;
  const row = page.getByRole('row', { name: ':1969' });
  expect(await row.getAttribute('aria-rowindex')).toBe('2');
  expect(await row.textContent()).toContain(`P ${bits} of 64 bits`);
});

test('arrow keys walk the pictures, and Enter opens a neuron', async () => {
  const page = await open('');
  await picture(page, 0, 'parent').locator('xpath=..').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.querySelector('[role=img]')?.ariaLabel);
  await expect.poll(focused).toBe('wide:1 of child 1');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await expect.poll(focused).toBe('wide:1999 of parent');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'wide:1999' }).waitFor();
});

test('those that moved, and those that are new, can be seen alone', async () => {
  const page = await open('?show=moved');
  await picture(page, 1, 'child 1').waitFor();
  expect(await page.getByRole('rowheader').allTextContents()).toEqual([':0', ':1']);
  await page.getByText('2 of 2000 neurons are moved: child 1 and child 2, on 1,000 test images').waitFor();
  await page.getByRole('combobox', { name: 'show' }).selectOption('new');
  await page.waitForURL('**/atlas?*show=new*');
  await expect.poll(() => page.getByRole('rowheader').allTextContents()).toEqual([':2']);
});

test('on a telephone the page never scrolls sideways, and nobody is kept out', async () => {
  const page = await open('', { width: 360, height: 740 });
  await picture(page, 0, 'parent').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await seriousProblems(page)).toEqual([]);
});

test('a layer of two models says how many of its neurons moved, and shows them on a telephone too', async () => {
  const page = await stage.open(`/experiments/${stage.family.experimentId}/layers/wide`, {
    viewport: { width: 360, height: 740 },
  });
  await page
    .getByText(/^Of 2000 neurons of child 1, 1997 are at the same index in child 2, 2 moved/)
    .waitFor();
  // Which longer names would make wider than the page.
  await page.getByRole('region', { name: 'Moved neurons' }).getByRole('table').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await seriousProblems(page)).toEqual([]);
});

test.each([
  ['?layer=narrow', 'Unknown layer "narrow": known are wide.'],
  ['?sort=colour', 'Unknown sort "colour": known are neuron, divergence, z.'],
  ['?pair=child-1..child-9', 'Unknown pair "child-1..child-9": known are child-1..child-2,'],
  ['?model=child-9', 'This family has no model "child-9"'],
])('for %s the page says why', async (query, message) => {
  const page = await open(query);
  expect(await page.locator('main').textContent()).toContain(message);
});
