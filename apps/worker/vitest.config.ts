import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kindred/core/testing/global-setup'],
    // Processes are started, networks trained.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each file computes on a core of its own, or two.
    maxWorkers: 2,
  },
});
