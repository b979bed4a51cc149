import { SaliencyMap } from '@kindred/core';
import type { JSHandle, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { insertPicturedFamily } from './pictured-family.ts';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';

const stage = setUpStage(insertPicturedFamily);
const family = () => `/experiments/${stage.family.experimentId}`;

const zone = (page: Page) => page.locator('label', { hasText: 'Drop or paste a picture of your own' });

/** What a browser hands over with a file that is dropped or pasted. */
function transferOf(page: Page, name: string, colour: string): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    async ([name, colour]) => {
      const canvas = new OffscreenCanvas(8, 6);
      const context = canvas.getContext('2d')!;
      context.fillStyle = colour!;
      context.fillRect(0, 0, 8, 6);
      const transfer = new DataTransfer();
      transfer.items.add(new File([await canvas.convertToBlob()], name!, { type: 'image/png' }));
      return transfer;
    },
    [name, colour],
  );
}

async function paste(page: Page, into: string, clipboardData: JSHandle<DataTransfer>): Promise<void> {
  await page
    .locator(into)
    .first()
    .evaluate((element, clipboardData) => {
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, clipboardData);
}

test('a picture that is dropped is looked at by the whole family, and one pasted on its page too', async () => {
  const page = await stage.open(family());
  const dropped = await transferOf(page, 'dropped.png', 'red');
  const isRefused = await zone(page).evaluate((element) =>
    element.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true })),
  );
  // Else the browser would open the file itself.
  expect(isRefused).toBe(false);
  await zone(page).dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByRole('heading', { level: 1, name: 'dropped.png' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${family()}/images/10000`);
  await page.getByText('Saliency map of image 10000 in child 4: queued').waitFor();

  await paste(page, 'h1', await transferOf(page, 'pasted.png', 'blue'));
  await page.getByRole('heading', { level: 1, name: 'pasted.png' }).waitFor();
  await page.getByText('Saliency map of image 10001 in parent: queued').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
});

test('a picture that comes with a text for a note is none to look at', async () => {
  const page = await stage.open(family());
  const sent: string[] = [];
  page.on('request', (request) => request.url().includes('/own-images/') && sent.push(request.url()));
  const transfer = await transferOf(page, 'text.png', 'green');
  await paste(page, 'textarea', transfer);
  await page.waitForTimeout(500);
  expect(sent).toEqual([]);
  await paste(page, 'h1', transfer);
  await page.getByRole('heading', { level: 1, name: 'text.png' }).waitFor();
  expect(sent).toHaveLength(1);
});

test('a picture of one’s own is removed with its maps, once nobody looks at it, and the others keep their places', async () => {
  const page = await stage.open(`${family()}/images/10001`);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  const button = page.getByRole('button', { name: 'remove this image' });
  await button.click();
  await page.getByRole('alert').getByText('Networks are looking at pasted.png').waitFor();
  const maps = stage.api.db.getRepository(SaliencyMap);
  await maps.update({ imageIndex: 10_001 }, { status: 'failed' });
  await button.click();
  await page.waitForURL((url) => url.pathname === family());
  expect(asked[1]).toBe('Remove “pasted.png”? Every model’s maps and grids of it go with it.');
  expect(await maps.countBy({ imageIndex: 10_001 })).toBe(0);

  const links = page.getByRole('navigation', { name: 'Images' });
  await links.getByRole('link', { name: 'pasted.png' }).waitFor({ state: 'detached' });
  await links.getByRole('link', { name: 'dropped.png' }).click();
  await page.getByRole('link', { name: '10002 →' }).click();
  await page.getByRole('heading', { level: 1, name: 'text.png' }).waitFor();
  await page.getByRole('link', { name: '← 10000' }).waitFor();
  expect(await page.getByRole('navigation', { name: 'Images' }).getByRole('link').count()).toBe(1);
});
