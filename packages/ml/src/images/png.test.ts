import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { Pixels } from './pixels.ts';
import { decodePng, encodePng } from './png.ts';

const gradient = (channels: 1 | 3): Pixels => ({
  width: 5,
  height: 3,
  channels,
  data: Uint8Array.from({ length: 15 * channels }, (_, i) => (i * 37) % 256),
});

const withAlpha = (alpha: number): Uint8Array =>
  encode({
    width: 2,
    height: 1,
    channels: 4,
    depth: 8,
    data: Uint8Array.from([1, 2, 3, 255, 4, 5, 6, alpha]),
  });

describe('a PNG file', () => {
  it.each([1, 3] as const)('keeps a picture of %i channels to the byte', (channels) => {
    const pixels = gradient(channels);
    expect(decodePng(encodePng(pixels))).toEqual(pixels);
  });

  it('loses an alpha channel that is opaque everywhere', () => {
    expect(decodePng(withAlpha(255))).toEqual({
      width: 2,
      height: 1,
      channels: 3,
      data: Uint8Array.from([1, 2, 3, 4, 5, 6]),
    });
  });

  it('is refused with transparent pixels, and the first is named', () => {
    expect(() => decodePng(withAlpha(7))).toThrow('alpha 7 at pixel 1');
  });

  it('is refused with 16 bits a sample', () => {
    const deep = encode({ width: 1, height: 1, channels: 1, depth: 16, data: Uint16Array.from([9]) });
    expect(() => decodePng(deep)).toThrow('16 bits a sample');
  });

  it('is refused where it is something else', () => {
    expect(() => decodePng(new TextEncoder().encode('GIF89a and more'))).toThrow('no PNG file: its 15 bytes');
  });

  it('is refused where it is cut off or a byte has changed', () => {
    const file = encodePng(gradient(3));
    expect(() => decodePng(file.subarray(0, file.length - 20))).toThrow('broken PNG file');
    const changed = file.slice();
    changed[45]! ^= 0xff;
    expect(() => decodePng(changed)).toThrow('broken PNG file');
  });
});

describe('a picture', () => {
  it.each([
    [{ width: 0, height: 3, channels: 1 as const, data: new Uint8Array(0) }, '0×3 pixels'],
    [{ width: 2, height: 2, channels: 3 as const, data: new Uint8Array(11) }, 'needs 12 bytes, 11 came'],
    [{ width: 1, height: 1, channels: 2 as 1, data: new Uint8Array(2) }, '2 channels'],
  ])('is refused where its bytes and its shape disagree: %#', (pixels, message) => {
    expect(() => encodePng(pixels)).toThrow(message);
  });
});
