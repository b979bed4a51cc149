import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { regrowMask } from './regrow-mask.ts';

describe('a mask that regrows', () => {
  const mask = { w: Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0) };
  const weights = { w: Float32Array.of(0.1, -4, 0.2, 3, 0, 0, 0, 0) };

  it('drops its smallest weights, and grows as many where the gradient is largest', () => {
    const gradients = { w: Float32Array.of(0, 9, 0, 9, 1, -7, 2, 5) };
    expect([...regrowMask(mask, weights, gradients, 0.5).w!]).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
  });

  it('takes a dropped weight back where its gradient is largest', () => {
    const gradients = { w: Float32Array.of(8, 0, 0, 0, 1, -7, 2, 5) };
    expect([...regrowMask(mask, weights, gradients, 0.5).w!]).toEqual([1, 1, 0, 1, 0, 1, 0, 0]);
  });

  it('stays as it is where nothing is dropped', () => {
    expect(regrowMask(mask, weights, weights, 0)).toEqual(mask);
  });

  it('keeps as many weights of each tensor as before, whatever the share', () => {
    const random = createRandom('regrow');
    const size = 200;
    const bits = Uint8Array.from({ length: size }, () => random.integer(2));
    const drawn = (at: Uint8Array) => Float32Array.from(at, (bit) => (bit ? random.normal() : 0));
    const kept = bits.reduce((sum, bit) => sum + bit, 0);
    for (const share of [0.1, 0.5, 0.8, 1]) {
      const { w } = regrowMask({ w: bits }, { w: drawn(bits) }, { w: drawn(bits.map(() => 1)) }, share);
      expect(w!.reduce((sum, bit) => sum + bit, 0)).toBe(kept);
    }
  });
});
