import type { Page } from 'playwright-core';
import { browse, type FindPictures, type Stage } from './browse.ts';
import type { Prepare } from './work.ts';

const layer = 'stage3.block0';

/** Of the family with the most models by one seed: 50 models of 64 neurons. */
const picturesOfLayer: FindPictures = async (db) => {
  const rows: { id: string }[] = await db.query(
    `select picture.id from visualization picture join model on model.id = picture.model_id
     where model.architecture = 'resnet110' and layer = $1`,
    [layer],
  );
  return rows.map(({ id }) => id);
};

/** How many pixels a frame moves on. */
const stride = 80;

/** Scrolls the grid to its end; the longest time from one frame to the next, in milliseconds. */
const longestFrame = (page: Page): Promise<number> =>
  page.getByRole('grid').evaluate(async (grid, pixels) => {
    let [before, longest] = [await new Promise<number>(requestAnimationFrame), 0];
    while (grid.scrollTop + grid.clientHeight < grid.scrollHeight - 1) {
      grid.scrollTop += pixels;
      const now = await new Promise<number>(requestAnimationFrame);
      longest = Math.max(longest, now - before);
      before = now;
    }
    return longest;
  }, stride);

/** The longest frame while an atlas is scrolled through, its pictures being fetched on the way the first time. */
export const prepare: Prepare<object> = () =>
  browse(picturesOfLayer, async ({ url, browser }: Stage) => {
    const page = await browser.newPage({ baseURL: url, viewport: { width: 1280, height: 900 } });
    await page.goto('/');
    const family = await page.locator('main a[href^="/experiments/1111"]').first().getAttribute('href');
    return {
      async timed() {
        await page.goto(`${family}/atlas?layer=${layer}`, { waitUntil: 'networkidle' });
        return longestFrame(page);
      },
    };
  });
