import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node gives graphql-ws the CommonJS build; a second copy of graphql refuses the first one's types.
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: { include: ['src/**/*.test.ts'], testTimeout: 30_000 },
});
