import { badInput } from '../errors/domain-error.ts';
import { type Interval, normalWidth } from './interval.ts';
import { mean } from './mean.ts';

/** Normal interval of a mean over images, from the spread of the values; of one value, that value. */
export function meanInterval(values: ArrayLike<number>, confidence = 0.95): Interval {
  if (values.length === 0) throw badInput('No values came; the mean of none has no interval.');
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2;
  const variance = squares / Math.max(1, values.length - 1);
  const half = normalWidth(confidence) * Math.sqrt(variance / values.length);
  return { low: centre - half, high: centre + half };
}
