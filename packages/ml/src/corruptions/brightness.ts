import { defineCorruption, toByte } from './corruption.ts';

/**
 * Raises the brightness of HSV, which is the largest of a pixel's values; with hue and saturation unchanged the others follow
 * in proportion, and black turns grey.
 */
export const brightness = defineCorruption(
  {
    name: 'brightness',
    group: 'contrast',
    description: "More light; the constants are added to HSV's value in [0, 1].",
    constants: [0.05, 0.1, 0.15, 0.2, 0.3],
  },
  (added) =>
    (pixels, out, { channels }) => {
      for (let pixel = 0; pixel < pixels.length; pixel += channels) {
        let largest = 0;
        for (let i = pixel; i < pixel + channels; i++) largest = Math.max(largest, pixels[i]!);
        const raised = Math.min(1, largest / 255 + added);
        for (let i = pixel; i < pixel + channels; i++)
          out[i] = toByte(largest === 0 ? raised : (pixels[i]! / largest) * raised);
      }
    },
);
