import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { unequalBits } from '../visualizations/count-bits.ts';
import { addTallies } from './tally.ts';
import { unrelatedDistances } from './unrelated-distances.ts';

/** Those of two models, of neurons with random hashes. */
function randomPictures(neurons: number): Parameters<typeof unrelatedDistances> {
  const random = xoroshiro128plus(7);
  const [from, to] = [0, 1].map(() => Uint32Array.from({ length: 2 * neurons }, () => random.next()));
  return [
    from!,
    to!,
    Uint8Array.from({ length: neurons }, (_, place) => unequalBits(from!, place, to!, place)),
  ];
}

const neurons = 1000;

test('prepared for all neurons, distances add up to what they do one by one', () => {
  const pictures = randomPictures(neurons);
  const asked = unrelatedDistances(...pictures);
  for (let neuron = 0; neuron < neurons; neuron++)
    expect(asked.of(neuron)).toEqual(unrelatedDistances(...pictures).of(neuron));
});

test.each([2, 30, 1000])(
  'of %i neurons all together are those of each, which have every one twice',
  (neurons) => {
    const distances = unrelatedDistances(...randomPictures(neurons));
    const twice = addTallies(Array.from({ length: neurons }, (_, neuron) => distances.of(neuron)!))!;
    const { count, sum, squares } = distances.all()!;
    expect([2 * count, 2 * sum, 2 * squares]).toEqual([twice.count, twice.sum, twice.squares]);
  },
);

test('a single neuron has no other to be compared with', () => {
  const distances = unrelatedDistances(...randomPictures(1));
  expect([distances.all(), distances.of(0)]).toEqual([null, null]);
});
