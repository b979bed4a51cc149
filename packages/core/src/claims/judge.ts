import type { Measurement } from '../evaluations/evaluation.entity.ts';
import { type Claim, publishedValue } from './claim.ts';

/**
 * Where a published number lies beside a measured interval; without one beside the value. It agrees where any number that
 * rounds to the printed one lies within.
 */
export function judge(
  claim: Pick<Claim, 'printed' | 'unit'>,
  { value, low = value, high = value }: Measurement,
): 'agrees' | 'above' | 'below' {
  const half = roundingOf(claim);
  if (publishedValue(claim) - half > high) return 'above';
  return publishedValue(claim) + half < low ? 'below' : 'agrees';
}

/** Half a unit of the last printed digit. */
function roundingOf({ printed, unit }: Pick<Claim, 'printed' | 'unit'>): number {
  const digits = printed.split('.')[1]?.length ?? 0;
  return publishedValue({ printed: String(0.5 * 10 ** -digits), unit });
}
