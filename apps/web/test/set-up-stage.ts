import { type RunningApi, runApi } from '@kindred/api/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { runBrowser } from './run-browser.ts';
import { type RunningDashboard, runDashboard } from './run-dashboard.ts';

/** What the tests of a file play on, once they begin. */
export interface Stage<Inserted> {
  api: RunningApi;
  dashboard: RunningDashboard;
  browser: Browser;
  /** What `insert` resolved to. */
  family: Inserted;
  /** A page of a browser that has seen nothing yet, at an address of the dashboard. */
  open(path: string, options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
}

/** An API of its own with what `insert` puts there, the dashboard in front of it, and a browser; all closed after the file's tests. */
export function setUpStage<Inserted>(insert: (api: RunningApi) => Promise<Inserted>): Stage<Inserted> {
  const stage = {
    async open(path, options) {
      const page = await stage.browser.newPage({
        baseURL: stage.dashboard.url,
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      page.setDefaultTimeout(30_000);
      // Until the page is alive: keys pressed before that are lost.
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
  } as Stage<Inserted>;
  beforeAll(async () => {
    stage.api = await runApi();
    [stage.family, stage.dashboard, stage.browser] = await Promise.all([
      insert(stage.api),
      runDashboard(stage.api.url),
      runBrowser(),
    ]);
  });
  // Left open, each would go on asking for all that it shows whenever a later test changes it.
  afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await Promise.all([stage.browser?.close(), stage.dashboard?.close()]);
    await stage.api?.close();
  });
  return stage;
}
