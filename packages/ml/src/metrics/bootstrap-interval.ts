import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import { createRandom } from '../random/random.ts';
import { type Interval, requireConfidence } from './interval.ts';
import { mean } from './mean.ts';
import { quantile } from './quantile.ts';

export interface BootstrapOptions {
  /** Makes the same resamples each time. */
  seed: number;
  /** Default 0.95. */
  confidence?: number;
  /** How often the images are drawn anew, default 1000. */
  resamples?: number;
}

/**
 * Bootstrap interval, over images, of a quantity that can't be negative.
 *
 * Percentiles of the resampled values, moved by the difference of their mean and `value`: drawing images twice makes
 * noise, which inflates ECE, and plain percentiles may then leave out the measured value.
 *
 * @param statistic the quantity of a resample, given the indices of its images (the array is used again)
 */
export function bootstrapInterval(
  images: number,
  value: number,
  statistic: (resample: Uint32Array) => number,
  { seed, confidence = 0.95, resamples = 1000 }: BootstrapOptions,
): Interval {
  requireConfidence(confidence);
  if (!isPositiveInteger(images) || !isPositiveInteger(resamples))
    throw badInput(`${resamples} resamples of ${images} images came; both must be 1 or more.`);
  const { integer } = createRandom(seed, 'bootstrap');
  const resample = new Uint32Array(images);
  const values = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    for (let i = 0; i < images; i++) resample[i] = integer(images);
    values[r] = statistic(resample);
  }
  const bias = mean(values) - value;
  values.sort();
  const edge = (1 - confidence) / 2;
  const low = Math.min(value, quantile(values, edge) - bias);
  return { low: Math.max(0, low), high: Math.max(value, quantile(values, 1 - edge) - bias) };
}

/** Bootstrap interval of the mean of one number an image. */
export function bootstrapMeanInterval(perImage: Float64Array, options: BootstrapOptions): Interval {
  const meanOf = (resample: Uint32Array) => {
    let sum = 0;
    for (let i = 0; i < resample.length; i++) sum += perImage[resample[i]!]!;
    return sum / resample.length;
  };
  return bootstrapInterval(perImage.length, mean(perImage), meanOf, options);
}
