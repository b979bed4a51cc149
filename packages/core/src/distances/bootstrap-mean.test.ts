import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { bootstrap, bootstrapMean, bootstrapMeans, drawPlaces } from './bootstrap-mean.ts';

test('of three neurons, one in 27 resamples is thrice the smallest: more than a fortieth', () => {
  expect(bootstrapMean([4, 10, 31])).toEqual({ low: 4, high: 31 });
});

test('the same neurons have the same interval, and one alone has none', () => {
  const bits = [31, 29, 36, 22, 26, 46, 7, 40];
  expect(bootstrapMean(bits)).toEqual(bootstrapMean(bits));
  expect(bootstrapMean([31])).toBeNull();
  expect(bootstrapMean([])).toBeNull();
});

test.each([1, 2, 7, 400, 5000])(
  'of %i neurons, several numbers have the intervals that each has',
  (neurons) => {
    const random = xoroshiro128plus(3);
    const columns = [64, 64, 1, 0, 42].map((most) =>
      Uint8Array.from({ length: neurons }, () => uniformInt(random, 0, most)),
    );
    expect(bootstrapMeans(columns, 64)).toEqual(columns.map((column) => bootstrapMean([...column])));
  },
);

test('with many neurons it is the normal interval', () => {
  const bits = Array.from({ length: 400 }, (_, neuron) => (neuron * 37) % 64);
  const mean = bits.reduce((sum, value) => sum + value, 0) / bits.length;
  const variance = bits.reduce((sum, value) => sum + (value - mean) ** 2, 0) / bits.length;
  const { low, high } = bootstrapMean(bits)!;
  const half = 1.96 * Math.sqrt(variance / bits.length);
  expect((low - mean) / half).toBeCloseTo(-1, 1);
  expect((high - mean) / half).toBeCloseTo(1, 1);
});

test.each([2, 3, 400, 3_000_000_000])('among %i places, those are drawn that pure-rand draws', (places) => {
  const random = xoroshiro128plus(bootstrap.seed);
  const expected = Array.from({ length: 1000 }, () => uniformInt(random, 0, places - 1));
  expect([...drawPlaces(places, 1000)]).toEqual(expected);
});

/** How often the interval of so many uniform numbers holds their true mean. */
function coverage(neurons: number, samples: number): number {
  const random = xoroshiro128plus(5);
  const intervals = Array.from({ length: samples }, () =>
    bootstrapMean(Array.from({ length: neurons }, () => uniformFloat64(random))),
  );
  return intervals.filter((interval) => interval!.low <= 0.5 && 0.5 <= interval!.high).length / samples;
}

test('it covers the true mean about 0.95 times, of twelve neurons a little less often', () => {
  const [ofForty, ofTwelve] = [coverage(40, 200), coverage(12, 400)];
  expect(Math.abs(ofForty - 0.95)).toBeLessThan(0.03);
  expect(Math.abs(ofTwelve - 0.91)).toBeLessThan(0.03);
});
