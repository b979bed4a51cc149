import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The API runs in the test: graphql refuses the types of a second copy of itself.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    globalSetup: ['@kindred/core/testing/global-setup'],
    // Each file waits for its browser, its dashboard and its database in turn.
    maxWorkers: 2,
    // Nothing here leaves a trace in a module, and the API's modules are slow to load.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'functions', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'pages', include: ['test/**/*.test.ts'], globalSetup: ['test/set-up-house.ts'] },
      },
    ],
  },
});
