import { defineCorruption, toByte } from './corruption.ts';

/** Adds a normal number to every value. */
export const gaussianNoise = defineCorruption(
  {
    name: 'gaussian-noise',
    group: 'noise',
    description: 'Normal noise, as in poor light; the constants are deviations, of brightness in [0, 1].',
    constants: [0.04, 0.06, 0.08, 0.09, 0.1],
  },
  (deviation) =>
    (pixels, out, _, { normal }) => {
      for (let i = 0; i < pixels.length; i++) out[i] = toByte(pixels[i]! / 255 + deviation * normal());
    },
);
