import { insertFamily } from '@kindred/core/testing';
import { expect, test } from 'vitest';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';

const stage = setUpStage(async () => {});
const { open } = stage;

test('claims without any experiment say how to get numbers', async () => {
  const page = await open('/claims');
  await page.getByText('npm run tables', { exact: true }).waitFor();
});

test('every printed number stands beside ours of the same definition, with what differs and what is wrong in print', async () => {
  const { experiment } = await insertFamily(stage.api.db);
  const page = await open(`/experiments/${experiment.id}`);
  await page.getByRole('link', { name: 'beside the paper’s claims' }).click();
  await page.getByRole('heading', { level: 1, name: 'Claims of the paper' }).waitFor();
  const table = page.getByRole('region', { name: 'Table II, CIFAR-10' });
  const row = table.getByRole('row', { name: /^Prune and Tune Ensemble/ });
  const kl = row.getByRole('cell').nth(1);
  expect(await kl.textContent()).toMatch(/^0\.090slip 1.*0\.0200.*other setting$/);
  await page.getByText('slip 1 the text on it (§III-A) calls it Table 1').waitFor();
  expect(await kl.locator('[title*="ordered pairs"]').getAttribute('title')).toContain(
    '4 instead of 6 members; ours: prune-and-tune',
  );
  const treenet = table.getByRole('row', { name: /^Treenet\*/ });
  expect(await treenet.textContent()).toContain('taken from others');
  expect(await treenet.getByText('not measured').count()).toBe(2);
  expect(await page.getByRole('region').count()).toBe(6);
  expect(await seriousProblems(page)).toEqual([]);
});

test('the claims are a link away from the list, and an experiment that there isn’t has none', async () => {
  const page = await open('/');
  await page.getByRole('link', { name: 'claims of the paper' }).click();
  await page.getByRole('heading', { level: 2, name: 'Table III' }).waitFor();
  const lost = await open('/claims?experiment=00000000-0000-4000-8000-000000000000');
  await lost.getByRole('heading', { name: 'There is nothing here' }).waitFor();
});
