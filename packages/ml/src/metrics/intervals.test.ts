import { describe, expect, it } from 'vitest';
import { bootstrapInterval, bootstrapMeanInterval } from './bootstrap-interval.ts';
import { normalWidth } from './interval.ts';
import { mean } from './mean.ts';
import { meanInterval } from './mean-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

const values = Float64Array.from({ length: 400 }, (_, i) => Math.abs(Math.sin(i * 12.9898) * 3));

describe('an interval', () => {
  it.each([
    [0.5, 0.6744897502],
    [0.95, 1.9599639845],
    [0.99, 2.5758293035],
    [0.999, 3.2905267315],
  ])('of confidence %f is ± %f standard deviations wide', (confidence, width) => {
    expect(normalWidth(confidence)).toBeCloseTo(width, 8);
  });

  it.each([0, 1, 95, Number.NaN])('has no confidence of %f', (confidence) => {
    expect(() => normalWidth(confidence)).toThrow('must lie between 0 and 1');
  });

  it('of a share is the published one of Wilson', () => {
    const { low, high } = wilsonInterval(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('of a share without a failure still has room below, and none above 1', () => {
    const { low, high } = wilsonInterval(20, 20);
    expect(low).toBeCloseTo(0.8389, 4);
    expect(high).toBe(1);
    expect(() => wilsonInterval(3, 2)).toThrow('3 of 2 is no share');
  });

  it('of a mean narrows with the root of the number of values', () => {
    const once = meanInterval(values);
    const often = meanInterval(Float64Array.from({ length: 1600 }, (_, i) => values[i % 400]!));
    expect((once.high - once.low) / (often.high - often.low)).toBeCloseTo(2, 1);
    expect((once.high + once.low) / 2).toBeCloseTo(mean(values), 12);
    expect(() => meanInterval([])).toThrow('No values came');
  });
});

describe('a bootstrap interval', () => {
  it('of a mean is close to the normal one', () => {
    const normal = meanInterval(values);
    const bootstrap = bootstrapMeanInterval(values, { seed: 1, resamples: 2000 });
    expect(bootstrap.low).toBeCloseTo(normal.low, 1);
    expect(bootstrap.high).toBeCloseTo(normal.high, 1);
  });

  it('is the same for the same seed, and another for another', () => {
    const of = (seed: number) => bootstrapMeanInterval(values, { seed });
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
  });

  it('holds the measured value where resampling inflates the quantity, and nothing below 0', () => {
    const inflated = bootstrapInterval(50, 0.01, (resample) => 0.2 + resample[0]! / 500, { seed: 3 });
    expect(inflated.low).toBe(0);
    expect(inflated.high).toBeGreaterThan(0.01);
    expect(inflated.high).toBeLessThan(0.2);
  });

  it('needs an image and a resample', () => {
    expect(() => bootstrapInterval(0, 0, () => 0, { seed: 1 })).toThrow('of 0 images');
    expect(() => bootstrapInterval(9, 0, () => 0, { seed: 1, resamples: 0 })).toThrow('0 resamples');
  });
});
