import type { Interval } from './interval.ts';

/** A measured number with its confidence interval, and the words that define it. */
export interface Measurement extends Interval {
  value: number;
  definition: string;
}
