import { defineCorruption } from './corruption.ts';

/** Makes values black or white, each as often. */
export const impulseNoise = defineCorruption(
  {
    name: 'impulse-noise',
    group: 'noise',
    description: 'Salt and pepper, as of wrong bits; the constants are the share of values.',
    constants: [0.01, 0.02, 0.03, 0.05, 0.07],
  },
  (share) =>
    (pixels, out, _, { uniform }) => {
      for (let i = 0; i < pixels.length; i++) {
        const drawn = uniform();
        if (drawn >= share) out[i] = pixels[i]!;
        else out[i] = drawn < share / 2 ? 0 : 255;
      }
    },
);
