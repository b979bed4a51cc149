import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Most of the time goes by waiting for PostgreSQL and for heartbeats, not by computing.
    maxWorkers: 4,
    // Loading TypeORM, pg-boss and the AWS SDK anew for each file takes longer than most of their tests.
    isolate: false,
  },
});
