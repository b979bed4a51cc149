import { badInput } from '../src/errors/domain-error.ts';

type Values = ArrayLike<number>;

/** Each value's distance from the wanted one, as a share of the largest wanted. */
export function relativeErrors(came: Values, wanted: Values): number[] {
  if (came.length !== wanted.length)
    throw badInput(`${came.length} values came where the reference has ${wanted.length}.`);
  const values = Array.from(wanted);
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), Number.MIN_VALUE);
  return values.map((value, index) => Math.abs(came[index]! - value) / largest);
}
