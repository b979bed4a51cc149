import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The file that type-graphql loads too: graphql refuses the types of a second copy of itself.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kindred/core/testing/global-setup'],
    // Nothing here leaves a trace in a module, and the graph's modules are slow to load.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
