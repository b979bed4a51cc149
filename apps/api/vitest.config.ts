import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The file that type-graphql loads too: graphql refuses the types of a second copy of itself.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kindred/core/testing/global-setup'],
    testTimeout: 30_000,
  },
});
