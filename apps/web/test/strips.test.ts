import { Model } from '@kindred/core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { colourSeen, paint } from './painted.ts';
import { insertPicturedFamily } from './pictured-family.ts';
import { setUpStage } from './set-up-stage.ts';

/** The parent red, its first child green, all others blue. */
const stage = setUpStage(async (api) => {
  const family = await insertPicturedFamily(api);
  const parent = await api.db.getRepository(Model).findOneByOrFail({ name: 'parent' });
  await paint(api, 'blue');
  await paint(api, 'red', [parent.id]);
  await paint(api, 'green', family.children.slice(0, 1));
  return family;
});

const family = () => `/experiments/${stage.family.experimentId}`;

/** Of the first neuron that is shown, in three models. */
async function coloursSeen(page: Page) {
  const first = page.getByRole('img', { name: /:\d+ of parent$/ }).first();
  const [ref] = (await first.getAttribute('aria-label'))!.split(' of ');
  const seen = [];
  for (const model of ['parent', 'child 1', 'child 2'])
    seen.push(await colourSeen(page.getByRole('img', { name: `${ref} of ${model}`, exact: true }).first()));
  return seen;
}

test.each([
  ['the list', () => '/'],
  ['a family’s page', family],
  ['the atlas of all models', () => `${family()}/atlas`],
])('%s shows each model’s own picture, though those of a row come as one', async (_, address) => {
  const page = await stage.open(address());
  expect(await coloursSeen(page)).toEqual(['red', 'green', 'blue']);
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(asked).toContainEqual(expect.stringMatching(/\/artifacts\/\w{64}(,\w{64})+\?width=64&format=webp$/));
});

test('a wall of one model’s pictures shows them too', async () => {
  const page = await stage.open(`${family()}/atlas?model=child-1`);
  expect(await colourSeen(page.getByRole('img', { name: /:\d+ of child 1$/ }).last())).toBe('green');
});
