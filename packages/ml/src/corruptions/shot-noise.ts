import { defineCorruption, toByte } from './corruption.ts';
import { poissonOfBytes } from './poisson-of-bytes.ts';

/** Replaces every value by a Poisson number of photons around it. */
export const shotNoise = defineCorruption(
  {
    name: 'shot-noise',
    group: 'noise',
    description: 'Poisson noise, as of few photons; the constants are photons of full brightness.',
    constants: [500, 250, 100, 75, 50],
  },
  (photons) => {
    const draw = poissonOfBytes(photons);
    return (pixels, out, _, { uniform }) => {
      for (let i = 0; i < pixels.length; i++) out[i] = toByte(draw(pixels[i]!, uniform()) / photons);
    };
  },
);
