import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node gives graphql-ws and the API the CommonJS build; a second copy of graphql refuses the first one's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kindred/core/testing/global-setup'],
    // Nothing here leaves a trace in a module, and the API's modules are slow to load.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
