import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import { type Interval, normalWidth } from './interval.ts';

/** Wilson's score interval of a share: `successes` of `trials`, for accuracy the right ones of all images. */
export function wilsonInterval(successes: number, trials: number, confidence = 0.95): Interval {
  if (!isPositiveInteger(trials) || !(successes >= 0 && successes <= trials))
    throw badInput(
      `${successes} of ${trials} is no share; successes must lie between 0 and one trial or more.`,
    );
  const z = normalWidth(confidence);
  const share = successes / trials;
  const shrink = 1 + z ** 2 / trials;
  const centre = (share + z ** 2 / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / trials + (z / (2 * trials)) ** 2);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
