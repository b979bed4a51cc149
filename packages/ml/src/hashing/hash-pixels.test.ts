import { describe, expect, it } from 'vitest';
import type { Pixels } from '../images/pixels.ts';
import { averageHash } from './average-hash.ts';
import { hammingBits, hexOf } from './bits.ts';
import { colorHash } from './color-hash.ts';
import { greyOf } from './grey.ts';
import { hashPixels } from './hash-pixels.ts';
import { perceptualHash } from './perceptual-hash.ts';
import { waveletHash } from './wavelet-hash.ts';

/** Smooth noise, another picture for each seed. */
function picture(seed: number, width = 64, height = 48): Pixels {
  const wave = (i: number) => {
    const x = Math.floor(i / 3) % width;
    const y = Math.floor(i / 3 / width);
    const phase = seed * 1.7 + (i % 3) * 2.1;
    return (
      Math.sin((x * (1 + (seed % 5))) / 9 + phase) + Math.cos((y * (1 + (seed % 7))) / 11 - phase * x * 0.003)
    );
  };
  return {
    width,
    height,
    channels: 3,
    data: Uint8Array.from({ length: width * height * 3 }, (_, i) => 127.5 + 60 * wave(i)),
  };
}

const pair = Array.from({ length: 20 }, (_, seed) => [picture(seed), picture(seed + 20)] as const);

const painted = (red: number, green: number, blue: number): Pixels => ({
  width: 2,
  height: 2,
  channels: 3,
  data: Uint8Array.from({ length: 12 }, (_, i) => [red, green, blue][i % 3]!),
});

describe('the five hashes', () => {
  it('have 64 bits each, and 42 for colour', () => {
    const lengths = Object.values(hashPixels(picture(1))).map((bits) => bits.length);
    expect(lengths).toEqual([64, 64, 64, 64, 42]);
  });

  it('of a grey picture are those of its only channel, and its colour hash knows black and grey alone', () => {
    const rgb = picture(3);
    const { color: _, ...grey } = hashPixels(greyOf(rgb));
    expect(hashPixels(rgb)).toMatchObject(grey);
    expect(colorHash(greyOf(rgb)).slice(6)).toBe('0'.repeat(36));
  });

  it.each([
    [1, 1],
    [5, 300],
    [7, 7],
    [8, 8],
  ])('can be taken of %i×%i pixels', (width, height) => {
    expect(hashPixels(picture(2, width, height)).wavelet).toHaveLength(64);
  });

  it('are refused where the bytes do not fill the picture', () => {
    expect(() => hashPixels({ ...picture(1), width: 63 })).toThrow(
      '63×48 pixels and 3 channels needs 9072 bytes',
    );
    expect(() => averageHash({ width: 0, height: 0, channels: 1, data: new Uint8Array(0) })).toThrow(
      '0×0 pixels',
    );
    expect(() => waveletHash({ width: 0, height: 0, channels: 1, data: new Uint8Array(0) })).toThrow(
      '0×0 pixels',
    );
  });
});

describe('hashes with a median threshold', () => {
  it.each([
    ['perceptual', perceptualHash],
    ['wavelet', waveletHash],
  ])('set half of their bits, so that %s distances are even', (_, hash) => {
    for (const [a, b] of pair) {
      const ones = [...hash(a)].filter((bit) => bit === '1').length;
      expect(ones).toBe(32);
      expect(hammingBits(hash(a), hash(b)) % 2).toBe(0);
    }
  });

  it('tell these pictures apart', () => {
    expect(pair.filter(([a, b]) => hammingBits(perceptualHash(a), perceptualHash(b)) > 0)).toHaveLength(20);
  });

  it('of a flat picture have the DC bit alone, or no bit: equal blocks are equal', () => {
    expect(hexOf(perceptualHash(painted(90, 90, 90)))).toBe('8000000000000000');
    expect(hexOf(waveletHash(painted(90, 90, 90)))).toBe('0000000000000000');
  });
});

describe('the colour hash', () => {
  it.each([
    ['black', [0, 0, 0], 0],
    ['grey', [128, 128, 128], 1],
    ['faint red', [200, 100, 100], 2],
    ['bright red', [255, 0, 0], 8],
    ['bright yellow (hue 42 of 42.5)', [255, 255, 0], 8],
    ['bright lime', [128, 255, 0], 9],
    ['bright green', [0, 255, 0], 10],
    ['bright cyan (hue 127 of 127.5)', [0, 255, 255], 10],
    ['bright azure', [0, 128, 255], 11],
    ['bright blue', [40, 40, 255], 12],
    ['bright crimson', [255, 0, 60], 13],
  ] as const)('puts %s in its bin', (_, [red, green, blue], bin) => {
    const digits = colorHash(painted(red, green, blue)).match(/.../g)!;
    expect(digits.map((digit) => digit !== '000').indexOf(true)).toBe(bin);
    expect(digits.filter((digit) => digit === '111')).toHaveLength(1);
  });

  it('counts a saturation of 170 as coloured and in no bin', () => {
    expect(colorHash(painted(255, 85, 85))).toBe('0'.repeat(42));
  });

  it('has 14 bits for each bit of a bin', () => {
    expect(colorHash(picture(1), { binbits: 4 })).toHaveLength(56);
    expect(() => colorHash(picture(1), { binbits: 0 })).toThrow('binbits 0 came');
  });
});
