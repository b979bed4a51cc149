import { defineConfig } from 'vitest/config';

/** Mocks a module that others have loaded. */
const mocking = 'src/worker.test.ts';

export default defineConfig({
  test: {
    globalSetup: ['@kindred/core/testing/global-setup'],
    // Processes are started, networks trained.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each file computes on a core of its own, or two.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'alone', include: [mocking] } },
      {
        extends: true,
        // Loading tfjs, TypeORM and pg-boss anew for each file takes longer than most of their tests.
        test: { name: 'together', include: ['src/**/*.test.ts'], exclude: [mocking], isolate: false },
      },
    ],
  },
});
