import { defineCorruption, toByte } from './corruption.ts';
import { repeated, sumNeighbours } from './sum-neighbours.ts';

/** Blurs by a bell, down and then across. */
export const gaussianBlur = defineCorruption(
  {
    name: 'gaussian-blur',
    group: 'blur',
    description: 'A Gaussian blur, edges repeated; the constants are deviations in pixels.',
    constants: [0.4, 0.6, 0.7, 0.8, 1],
  },
  (deviation) => {
    // scikit-image cuts its bell off at four deviations.
    const weights = bell(deviation, Math.floor(4 * deviation + 0.5));
    const down = weights.map(({ place, weight }) => ({ down: place, across: 0, weight }));
    const across = weights.map(({ place, weight }) => ({ down: 0, across: place, weight }));
    return (pixels, out, shape) => {
      const blurred = sumNeighbours(sumNeighbours(pixels, shape, down, repeated), shape, across, repeated);
      for (let i = 0; i < out.length; i++) out[i] = toByte(blurred[i]! / 255);
    };
  },
);

/** Weights of a Gaussian at −radius … radius, which sum to 1. */
export function bell(deviation: number, radius: number): { place: number; weight: number }[] {
  const heights = Array.from({ length: 2 * radius + 1 }, (_, index) =>
    Math.exp(-((index - radius) ** 2) / (2 * deviation ** 2)),
  );
  const total = heights.reduce((sum, height) => sum + height, 0);
  return heights.map((height, index) => ({ place: index - radius, weight: height / total }));
}
