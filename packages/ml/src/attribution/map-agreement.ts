import { rankCorrelation } from './rank-correlation.ts';

/** A number, and the words that define it. */
interface Defined {
  value: number;
  definition: string;
}

/** How far two maps of one image point to the same pixels. */
export interface MapAgreement {
  /** −1 to 1. */
  rankCorrelation: Defined;
  /** Share of the strongest pixels, 0 to 1. */
  topOverlap: Defined;
  /** Pixels. */
  centreShift: Defined;
}

/** Of the pixels, those that count as the strongest. */
const topShare = 0.1;

/**
 * Compares two maps of Σ|attribution| over channels, [pixels] row by row; null where either is the same everywhere, which points
 * nowhere.
 * @param width of a row
 */
export function agreementOf(a: Float64Array, b: Float64Array, width: number): MapAgreement | null {
  const correlation = rankCorrelation(a, b);
  if (correlation === null) return null;
  return {
    rankCorrelation: { value: correlation, definition: rankCorrelationDefinition() },
    topOverlap: {
      value: topOverlap(a, b, topShare),
      definition: `top overlap v1, share of the strongest ${100 * topShare} % of pixels that both maps have; of equal pixels the first counts`,
    },
    centreShift: {
      value: centreShift(a, b, width),
      definition: 'centre shift v1, pixels between the centres of mass of Σ|attribution|',
    },
  };
}

/** @param of what is compared, when it is not two models' maps */
export const rankCorrelationDefinition = (of = 'two maps'): string =>
  `rank correlation v1, Spearman, of Σ|attribution| over channels of ${of}, over pixels`;

/** The share of the strongest pixels of one map that are among those of the other, 0 to 1. */
export function topOverlap(a: Float64Array, b: Float64Array, share: number): number {
  const count = Math.max(1, Math.round(share * a.length));
  const others = strongest(b, count);
  return [...strongest(a, count)].filter((pixel) => others.has(pixel)).length / count;
}

function strongest(values: Float64Array, count: number): Set<number> {
  const order = Uint32Array.from(values, (_, index) => index);
  return new Set(order.sort((a, b) => values[b]! - values[a]! || a - b).subarray(0, count));
}

/** The distance of the centres of mass, in pixels. */
export function centreShift(a: Float64Array, b: Float64Array, width: number): number {
  const [from, to] = [centreOf(a, width), centreOf(b, width)];
  return Math.hypot(from[0] - to[0], from[1] - to[1]);
}

function centreOf(values: Float64Array, width: number): [x: number, y: number] {
  let [mass, x, y] = [0, 0, 0];
  for (const [index, value] of values.entries()) {
    mass += value;
    x += value * (index % width);
    y += value * Math.floor(index / width);
  }
  return [x / mass, y / mass];
}
