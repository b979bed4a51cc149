import { Evaluation, Job } from '@kindred/core';
import type { Family } from '@kindred/core/testing';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { insertMeasuredFamily } from './measured-family.ts';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';

const stage = setUpStage(insertMeasuredFamily);
const { open } = stage;
let older: Family;

beforeAll(async () => {
  older = await insertMeasuredFamily(stage.api, { withLabels: false });
});

const ensemblePage = ({ experiment }: Family, members = '') =>
  `/experiments/${experiment.id}/ensemble${members}`;
const row = (page: Page, name: RegExp) => page.getByRole('row', { name });
/** ACC, NLL, ECE, KL and PDR of the members ticked, as far as they are measured. */
const together = (page: Page) =>
  row(page, /^ensemble of/)
    .locator('data')
    .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLDataElement).value)));
const withIntervals = (page: Page) =>
  row(page, /^ensemble of/)
    .getByText('±')
    .nth(4)
    .waitFor();

async function stored(name: string): Promise<Evaluation['metrics']> {
  const found = { experimentId: stage.family.experiment.id, name };
  return (await stage.api.db.manager.findOneByOrFail(Evaluation, found)).metrics;
}

test('the members of a stored ensemble have its stored metrics, with intervals and definitions', async () => {
  const page = await open(`/experiments/${stage.family.experiment.id}`);
  await page.getByRole('link', { name: 'what if these were an ensemble?' }).click();
  await row(page, /^ensemble of 4/).waitFor();
  await withIntervals(page);
  const metrics = await stored('prune-and-tune');
  const expected = [metrics.accuracy, metrics.nll, metrics.ece, metrics.kl!, metrics.pdr!];
  for (const [index, value] of (await together(page)).entries())
    expect(value).toBeCloseTo(expected[index]!.value, 6);
  const nll = row(page, /^ensemble of/)
    .locator('data')
    .nth(1);
  expect(await nll.getAttribute('title')).toBe(metrics.nll.definition);
  expect(await nll.textContent()).toContain(`±${((metrics.nll.high! - metrics.nll.low!) / 2).toFixed(4)}`);
});

test('numbers follow as members are ticked, and the address keeps who is', async () => {
  const page = await open(ensemblePage(stage.family, '?members=child-1,child-2'));
  await withIntervals(page);
  await page.getByRole('checkbox', { name: 'child 2' }).click();
  await page.getByRole('checkbox', { name: 'snapshot 2' }).click();
  await page.getByRole('checkbox', { name: 'child 1' }).click();
  await page.getByRole('checkbox', { name: 'snapshot 1' }).click();
  await withIntervals(page);
  expect(new URL(page.url()).searchParams.get('members')).toBe('snapshot-2,snapshot-1');
  const { accuracy, pdr } = await stored('snapshot');
  const values = await together(page);
  expect(values[0]).toBeCloseTo(accuracy.value, 6);
  expect(values[4]).toBeCloseTo(pdr!.value, 6);
  await page.goBack();
  await row(page, /^ensemble of 1/).waitFor();
});

test('a member’s leave-one-out value is how the ensemble’s numbers change without it', async () => {
  const page = await open(ensemblePage(stage.family, '?members=snapshot-1,snapshot-2'));
  const without = row(page, /snapshot 1/).locator('data', { hasText: 'without it' });
  await without.nth(2).waitFor();
  const [alone, both] = [await stored('snapshot-2'), await stored('snapshot')];
  const changes = await without.evaluateAll((cells) =>
    cells.map((cell) => Number((cell as HTMLDataElement).value)),
  );
  expect(changes).toHaveLength(3);
  for (const [index, metric] of (['accuracy', 'nll', 'ece'] as const).entries())
    expect(changes[index]).toBeCloseTo(alone[metric].value - both[metric].value, 6);
});

test('two members are beside each other by KL and PDR, and as calibrated as a table says', async () => {
  const page = await open(ensemblePage(stage.family, '?members=snapshot-1,snapshot-2'));
  const { kl, pdr } = await stored('snapshot');
  const cells = (label: string) =>
    page.getByRole('region', { name: label }).locator('td:not(:empty)').allTextContents();
  await page.getByRole('region', { name: 'PDR' }).waitFor();
  const shown = (await cells('KL of row to column')).filter((text) => text !== '·').map(Number);
  expect((shown[0]! + shown[1]!) / 2).toBeCloseTo(kl!.value, 3);
  expect(await cells('PDR')).toContain((100 * pdr!.value).toFixed(2));
  await page.getByRole('img', { name: 'Reliability diagram of ensemble of 2, parent, snapshot 1' }).waitFor();
  await page.getByText('The same as a table').click();
  const counts = await page
    .getByRole('region', { name: 'Calibration' })
    .locator('tr td:nth-child(2)')
    .allTextContents();
  const images = counts.map((text) => Number(text.split(' of ')[1]));
  expect(images.reduce((sum, count) => sum + count, 0)).toBe(400);
  expect(await seriousProblems(page)).toEqual([]);
});

test('predictions without labels are told as such, and members are measured by a worker instead', async () => {
  const page = await open(ensemblePage(older, '?members=child-1,child-2'));
  await page.getByText('stored by a version that left out the labels').waitFor();
  await page.getByRole('button', { name: 'measure the models ticked' }).click();
  await page.getByRole('button', { name: 'asking…' }).waitFor();
  const { payload } = await stage.api.db.manager.findOneOrFail(Job, {
    where: {},
    order: { createdAt: 'DESC' },
  });
  expect(payload).toMatchObject({ memberIds: older.children.slice(0, 2).map(({ id }) => id) });
  await page.getByRole('button', { name: 'Tick snapshot' }).click();
  await page.getByText('What these numbers mean').waitFor();
});

test('an address with a member that there isn’t says which there are', async () => {
  const page = await open(ensemblePage(stage.family, '?members=child-9'));
  await page
    .getByText('No measured model of this family is called "child-9": there are parent, child-1')
    .waitFor();
});
