import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'parity/**/*.test.ts'],
    // Networks are trained on the plain JavaScript backend, to compare with.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
