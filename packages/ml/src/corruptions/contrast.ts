import { defineCorruption, toByte } from './corruption.ts';

/** Draws every value towards its channel's mean. */
export const contrast = defineCorruption(
  {
    name: 'contrast',
    group: 'contrast',
    description:
      "Less contrast; the constants are what is left of a value's distance from its channel's mean.",
    constants: [0.75, 0.5, 0.4, 0.3, 0.15],
  },
  (share) =>
    (pixels, out, { channels }) => {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let i = channel; i < pixels.length; i += channels) sum += pixels[i]!;
        const mean = sum / (pixels.length / channels);
        for (let i = channel; i < pixels.length; i += channels)
          out[i] = toByte(((pixels[i]! - mean) * share + mean) / 255);
      }
    },
);
