import { describe, expect, it } from 'vitest';
import { imageOf } from './golden-image.ts';

describe('a described picture', () => {
  it('is drawn row by row from formulas of x and y', () => {
    const { data, ...shape } = imageOf('A', { A: '2x3 R=(10x)&255 G=(7y)&255 B=x+y' });
    expect(shape).toEqual({ width: 2, height: 3, channels: 3 });
    expect([...data]).toEqual([0, 0, 0, 10, 0, 1, 0, 7, 1, 10, 7, 2, 0, 14, 2, 10, 14, 3]);
  });

  it('may be grey, and use functions of its own', () => {
    const { channels, data } = imageOf('A', { A: 'width3 height1 half(t)=t>>1; L=half(3x)' });
    expect(channels).toBe(1);
    expect([...data]).toEqual([0, 1, 3]);
  });

  it('may have blocks whose state goes on, and be like another with other start values', () => {
    const texts = {
      A: '4x2, 2x1 blocks of 2px, row-major; s0=5; per block s=(3*s+1) mod 2^8; L=s&255',
      B: 'as A with s0=6',
    };
    expect([...imageOf('A', texts).data]).toEqual([16, 16, 49, 49, 16, 16, 49, 49]);
    expect([...imageOf('B', texts).data]).toEqual([19, 19, 58, 58, 19, 19, 58, 58]);
  });

  it.each([
    ['purple', 'must begin with the size'],
    ['2x2 nothing', 'must end with R=… G=… B=… or with L=…'],
    ['300x1 L=x', 'a formula gives 256'],
    ['as Q with s0=1', 'there is no image "Q"'],
    ['4x1, 1x1 blocks of 2px; s0=1; per block s=s+1; L=s', 'pixel 2, 0 lies in no block'],
  ])('%s is refused', (text, message) => {
    expect(() => imageOf('A', { A: text })).toThrow(message);
  });
});
