import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { drawSources, type Source, type Transform } from './transforms.ts';

const random = createRandom('transforms');

const draws = (transform: Transform, count = 400): Source[] =>
  Array.from({ length: count }, (_, draw) => drawSources([transform], 5, createRandom('draw', draw)));

describe('a transform', () => {
  it('that jitters shifts by 0 … d − 1 pixels each way, equally often', () => {
    const counts = new Map<string, number>();
    for (const source of draws({ kind: 'jitter', pixels: 3 }, 900)) {
      const shift = source(2, 2)
        .map((from) => 2 - from)
        .join();
      counts.set(shift, (counts.get(shift) ?? 0) + 1);
    }
    const wanted = ['0,0', '0,1', '0,2', '1,0', '1,1', '1,2', '2,0', '2,1', '2,2'];
    expect([...counts.keys()].sort()).toEqual(wanted);
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(40);
  });

  it('that scales keeps the centre and enlarges by the factor', () => {
    const [source] = draws({ kind: 'scale', factors: [2] }, 1);
    expect(source!(2, 2)).toEqual([2, 2]);
    expect(source!(4, 0)).toEqual([3, 1]);
  });

  it('that rotates keeps the centre and turns against the clock', () => {
    const [source] = draws({ kind: 'rotate', degrees: [90] }, 1);
    const [x, y] = source!(4, 2);
    expect([Math.round(x * 1e9) / 1e9, Math.round(y * 1e9) / 1e9]).toEqual([2, 4]);
  });

  it('draws from all that it lists', () => {
    const factors = draws({ kind: 'scale', factors: [1, 2, 4] }).map((source) => 2 / (source(4, 2)[0] - 2));
    expect([...new Set(factors)].sort()).toEqual([1, 2, 4]);
  });

  it('follows the one before', () => {
    const source = drawSources(
      [
        { kind: 'scale', factors: [2] },
        { kind: 'rotate', degrees: [180] },
      ],
      5,
      random,
    );
    const [x, y] = source(4, 2);
    expect([x, y]).toEqual([1, expect.closeTo(2, 9)]);
  });
});
