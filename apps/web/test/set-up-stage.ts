import { type RunningApi, runApi } from '@kindred/api/testing';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { goTo } from './go-to.ts';
import type {} from './set-up-house.ts';

/** What the tests of a file play on, once they begin. */
export interface Stage<Inserted> {
  api: RunningApi;
  dashboard: { url: string };
  browser: Browser;
  /** What `insert` resolved to. */
  family: Inserted;
  /** A page of a browser that has seen nothing yet, at an address of the dashboard. */
  open(path: string, options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
}

/** An API of its own with what `insert` puts there, closed after the file's tests; the dashboard in front of it, and a browser. */
export function setUpStage<Inserted>(insert: (api: RunningApi) => Promise<Inserted>): Stage<Inserted> {
  const stage = {
    async open(path, options) {
      const page = await stage.browser.newPage({
        baseURL: stage.dashboard.url,
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      page.setDefaultTimeout(30_000);
      await goTo(page, path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
  } as Stage<Inserted>;
  beforeAll(async () => {
    const { url, apiPort } = inject('dashboards')[Number(process.env.VITEST_POOL_ID) - 1]!;
    stage.dashboard = { url };
    stage.api = await runApi(undefined, { port: apiPort });
    stage.family = await insert(stage.api);
    stage.browser = await chromium.connect(inject('browserAddress'));
  });
  // Left open, each would go on asking for all that it shows whenever a later test changes it.
  afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await stage.browser?.close();
    await stage.api?.close();
  });
  return stage;
}
