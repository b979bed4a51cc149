import type { TestProject } from 'vitest/node';
import { findFreePort } from './find-free-port.ts';
import { serveBrowser } from './run-browser.ts';
import { runDashboard } from './run-dashboard.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser of all files listens. */
    browserAddress: string;
    /** One for each process, which runs a file after the other: its address, and the port where it looks for the API of the file. */
    dashboards: { url: string; apiPort: number }[];
  }
}

/** vitest's globalSetup: a browser and dashboards that serve all files, for setUpStage. */
export default async function setup({ provide, config }: TestProject): Promise<() => Promise<void>> {
  const [browser, ...houses] = await Promise.all([
    serveBrowser(),
    ...Array.from({ length: config.maxWorkers }, async () => {
      const apiPort = await findFreePort();
      return { apiPort, dashboard: await runDashboard(`http://127.0.0.1:${apiPort}`) };
    }),
  ]);
  provide('browserAddress', browser.wsEndpoint());
  provide(
    'dashboards',
    houses.map(({ apiPort, dashboard: { url } }) => ({ url, apiPort })),
  );
  return async () => {
    await Promise.all([browser.close(), ...houses.map(({ dashboard }) => dashboard.close())]);
  };
}
