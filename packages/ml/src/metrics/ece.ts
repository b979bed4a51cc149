import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import { hits } from './accuracy.ts';
import type { Labels, Probabilities } from './class-scores.ts';
import { predictedClasses } from './predicted-classes.ts';

/** What calibration asks of each image: its bin of confidence, and how far the confidence misses the outcome. */
export interface CalibrationGaps {
  bins: number;
  /** [images], the bin (lo, hi] that holds the confidence. */
  bin: Uint16Array;
  /** [images], 1 or 0 for right or wrong, less the confidence. */
  gap: Float64Array;
}

/**
 * Expected calibration error, 0 to 1: images in equal bins (lo, hi] of their confidence (the highest probability),
 * Σ |accuracy − confidence| of the bins, weighted by their share of images.
 */
export const ece = (probabilities: Probabilities, labels: Labels, bins = 15): number =>
  eceOfGaps(calibrationGaps(probabilities, labels, bins));

export function calibrationGaps(probabilities: Probabilities, labels: Labels, bins: number): CalibrationGaps {
  if (!isPositiveInteger(bins) || bins > 65535)
    throw badInput(`${bins} bins came for ECE; it takes a whole number from 1 to 65535.`);
  const hit = hits(probabilities, labels);
  const predicted = predictedClasses(probabilities);
  const { images, classes, data } = probabilities;
  const bin = new Uint16Array(images);
  const gap = new Float64Array(images);
  for (let image = 0; image < images; image++) {
    const confidence = data[image * classes + predicted[image]!]!;
    bin[image] = binOf(confidence, bins);
    gap[image] = hit[image]! - confidence;
  }
  return { bins, bin, gap };
}

/** Of all images, or of a resample given by its image indices. */
export function eceOfGaps({ bins, bin, gap }: CalibrationGaps, resample?: Uint32Array): number {
  const sums = new Float64Array(bins);
  const count = resample?.length ?? gap.length;
  for (let i = 0; i < count; i++) {
    const image = resample ? resample[i]! : i;
    sums[bin[image]!]! += gap[image]!;
  }
  return sums.reduce((total, sum) => total + Math.abs(sum), 0) / count;
}

/** Compares with the edges themselves, since the product confidence × bins rounds across them. */
function binOf(confidence: number, bins: number): number {
  const near = Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1));
  if (near > 0 && confidence <= near / bins) return near - 1;
  if (near < bins - 1 && confidence > (near + 1) / bins) return near + 1;
  return near;
}
