import { HomeDocument, type HomeQuery } from '@kindred/client/operations';
import type { Page } from 'playwright-core';
import { browse, type FindPictures, type Stage } from './browse.ts';
import type { Prepare } from './work.ts';

/** Those of the strips. */
const picturesOfStrips: FindPictures = async (_, graph) => {
  const answer = await fetch(graph, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: HomeDocument.toString(), variables: { first: 20, order: 'NEWEST' } }),
  });
  const { data } = (await answer.json()) as { data: HomeQuery };
  const shown = data.experiments.nodes.flatMap(({ strip }) => strip);
  return shown.flatMap(({ visualization }) => visualization?.id ?? []);
};

/** From the navigation's beginning until the list is there and answers, with its pictures in sight. */
async function untilUsable(page: Page): Promise<number> {
  const usable = await page.waitForFunction(() => {
    /** Of each strip, the image that its pictures are painted with. */
    const strips = [...document.querySelectorAll('main .strip')]
      .filter((strip) => strip.getBoundingClientRect().top < innerHeight)
      .map((strip) => /https?:[^"]*/.exec(getComputedStyle(strip.firstElementChild!).backgroundImage)?.[0]);
    return (
      // React has taken it over.
      Object.keys(document.querySelector('main select') ?? {}).some((key) => key.startsWith('__react')) &&
      document.querySelectorAll('main a[href^="/experiments/"]').length >= 20 &&
      strips.length > 0 &&
      strips.every((image) => image && performance.getEntriesByName(image).length > 0) &&
      performance.now()
    );
  });
  return usable.jsonValue() as Promise<number>;
}

/** The time that a browser takes to show the first page, with nothing of it kept. */
export const prepare: Prepare<object> = () =>
  browse(picturesOfStrips, async ({ url, browser }: Stage) => ({
    async timed() {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'commit' });
      const ms = await untilUsable(page);
      await context.close();
      return ms;
    },
  }));
