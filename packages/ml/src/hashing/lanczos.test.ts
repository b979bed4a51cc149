import { describe, expect, it } from 'vitest';
import type { Grey } from './grey.ts';
import { lanczos } from './lanczos.ts';

const grey = (width: number, height: number, value: (x: number, y: number) => number): Grey => ({
  width,
  height,
  channels: 1,
  data: Uint8Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width))),
});

describe('Lanczos resizing', () => {
  it('to the same size changes nothing', () => {
    const picture = grey(6, 5, (x, y) => (x * 50 + y * 31) % 256);
    expect(lanczos(picture, 6, 5)).toEqual(picture);
  });

  it.each([0, 1, 127, 254, 255])('keeps an even grey of %i at every size', (level) => {
    for (const [width, height] of [
      [8, 8],
      [9, 8],
      [32, 32],
      [100, 3],
    ] as const)
      expect(
        new Set(
          lanczos(
            grey(37, 21, () => level),
            width,
            height,
          ).data,
        ),
      ).toEqual(new Set([level]));
  });

  it('mirrors with the picture', () => {
    const left = lanczos(
      grey(50, 20, (x, y) => (x * x + 3 * y) % 256),
      8,
      8,
    );
    const right = lanczos(
      grey(50, 20, (x, y) => ((49 - x) ** 2 + 3 * y) % 256),
      8,
      8,
    );
    expect(right.data).toEqual(left.data.map((_, i) => left.data[i - (i % 8) + 7 - (i % 8)]!));
  });

  it('overshoots at an edge and is clipped to bytes', () => {
    const step = lanczos(
      grey(4, 1, (x) => (x < 2 ? 0 : 255)),
      16,
      1,
    );
    expect(Math.max(...step.data.subarray(0, 6))).toBeLessThan(30);
    expect(Math.min(...step.data.subarray(0, 6))).toBe(0);
    expect(Math.min(...step.data.subarray(10))).toBeGreaterThan(225);
    expect(Math.max(...step.data.subarray(10))).toBe(255);
  });
});
