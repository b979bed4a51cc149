import { defineConfig } from 'vitest/config';

/** Mocks a module that others have loaded. */
const mocking = 'src/runtime/start-runtime.test.ts';

export default defineConfig({
  test: {
    // Networks are trained on the plain JavaScript backend, to compare with.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'alone', include: [mocking] } },
      {
        extends: true,
        // Loading tfjs anew for each file takes longer than most of their tests.
        test: {
          name: 'together',
          include: ['src/**/*.test.ts', 'parity/**/*.test.ts'],
          exclude: [mocking],
          isolate: false,
        },
      },
    ],
  },
});
