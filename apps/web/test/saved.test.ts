import { SavedComparison } from '@kindred/core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { insertPicturedFamily } from './pictured-family.ts';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';

const stage = setUpStage(insertPicturedFamily);

const family = () => `/experiments/${stage.family.experimentId}`;
const neuron = () => `${family()}/neurons/${encodeURIComponent(stage.family.neurons[0]!)}`;

/** Saves what the page shows, with the keyboard alone; resolves to its permanent address. */
async function save(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'save this view' }).press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  return page.getByRole('textbox', { name: 'Its permanent address' }).inputValue();
}

test('a comparison is saved under a name, and its address leads back to it', async () => {
  const page = await stage.open(`${neuron()}?view=wipe&a=parent&b=child-1`);
  const address = await save(page, 'The first siblings, apart');
  expect(address).toMatch(new RegExp(`^${stage.dashboard.url}/saved/[0-9a-f-]{36}$`));
  expect(await seriousProblems(page)).toEqual([]);

  const colleague = await stage.open(address);
  expect(new URL(colleague.url()).pathname).toBe(neuron());
  await colleague.getByText(/saved by you on .* as “The first siblings, apart”/).waitFor();
  const chosen = colleague.getByRole('navigation', { name: 'View' }).locator('[aria-current=true]');
  expect(await chosen.textContent()).toBe('wipe');
  await colleague.getByRole('link', { name: 'flicker', exact: true }).click();
  await colleague.getByText(/saved by you/).waitFor({ state: 'detached' });

  await colleague.goto(family());
  await colleague.getByRole('link', { name: 'The first siblings, apart' }).waitFor();
  await colleague.getByRole('link', { name: 'saved', exact: true }).click();
  await colleague.getByRole('heading', { level: 1, name: 'Saved comparisons' }).waitFor();
  expect(await seriousProblems(colleague)).toEqual([]);
  colleague.on('dialog', (dialog) => dialog.accept());
  await colleague.getByRole('button', { name: 'Remove “The first siblings, apart”' }).click();
  await colleague.getByText('None yet.').waitFor();

  const gone = await colleague.goto(address);
  expect(gone!.status()).toBe(404);
  await colleague.getByRole('heading', { level: 1, name: 'Nothing is saved here' }).waitFor();
  expect(await seriousProblems(colleague)).toEqual([]);
});

test('a refusal is gone once the title is changed, or the popover closed', async () => {
  const page = await stage.open(`${family()}/atlas`);
  const opener = page.getByRole('button', { name: 'save this view' });
  const refusal = page.getByRole('alert').getByText('must say something');
  await opener.press('Enter');
  await page.getByLabel('What it shows').fill('  ');
  await page.keyboard.press('Enter');
  await refusal.waitFor();
  await page.getByLabel('What it shows').fill('   ');
  await refusal.waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await refusal.waitFor();
  await page.keyboard.press('Escape');
  await refusal.waitFor({ state: 'detached' });
});

test('every comparing page can be saved, also with parameters that this version doesn’t know', async () => {
  const pages = ['/atlas', '/ensemble', '/layers/stage1.block0', '/images/0'];
  for (const address of [...pages.map((page) => family() + page), neuron()]) {
    const page = await stage.open(`${address}?colour=blue`);
    await page.goto(await save(page, `Of ${address}`));
    await page.getByText(`as “Of ${address}”`).waitFor();
    expect(new URL(page.url()).searchParams.get('colour')).toBe('blue');
    await page.context().close();
  }
});

test('an address that names what another view was saved as says nothing of it', async () => {
  const { id } = await stage.api.db.getRepository(SavedComparison).save({
    experimentId: stage.family.experimentId,
    title: 'Of the atlas',
    path: `${family()}/atlas`,
  });
  const page = await stage.open(`${family()}/ensemble?saved=${id}`);
  expect(await page.getByText('Of the atlas').count()).toBe(0);
  await page.goto(`${family()}/atlas?saved=${id}`);
  await page.getByText('as “Of the atlas”').waitFor();
});

test('a note leads to what it says is saved, by whatever server it names', async () => {
  const { id } = await stage.api.db.getRepository(SavedComparison).save({
    experimentId: stage.family.experimentId,
    title: 'Linked',
    path: `${family()}/atlas`,
  });
  const page = await stage.open(family());
  await page.getByLabel('A note').fill(`Look at https://example.org/saved/${id}, please`);
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('link', { name: `/saved/${id}` }).click();
  await page.getByText('as “Linked”').waitFor();
});
