import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { hashNames } from '../visualizations/hash-names.ts';
import type { Compared } from './compared-neurons.ts';
import { unrelatedDistances } from './unrelated-distances.ts';

/** Neurons with random hashes by one definition or, every third, by another. */
function neurons(count: number): Compared[] {
  const random = xoroshiro128plus(7);
  return Array.from({ length: count }, (_, channel) => {
    const picture = (modelId: string) => ({
      modelId,
      neuron: `stem:${channel}`,
      position: 0,
      seed: 1,
      layer: 'stem',
      channel,
      version: channel % 3 === 0 ? 'v1' : 'v2',
      words: Uint32Array.from({ length: 2 * hashNames.length }, () => random.next()),
      at: 0,
    });
    return { neuron: `stem:${channel}`, from: picture('a'), to: picture('b') };
  });
}

test('prepared for all neurons, distances add up to what they do one by one', () => {
  const compared = neurons(300);
  const [many, few] = [compared.length, 1].map((wanted) => unrelatedDistances(compared, wanted));
  for (const one of [compared[0]!, compared[1]!, compared[299]!]) expect(many!(one)).toEqual(few!(one));
});

test('the only neuron of its definition has no other to be compared with', () => {
  const [one, ...others] = neurons(600).filter(({ from }, place) => place === 0 || from.version === 'v2');
  expect(unrelatedDistances([one!, ...others], others.length)(one!)).toBeNull();
});
