import { describe, expect, it } from 'vitest';
import { broadcastShape, reducedShape } from './shape.ts';

describe('shapes', () => {
  it('are broadcast from behind, where one of two sizes is 1', () => {
    expect(broadcastShape([4, 1, 3], [2, 1])).toEqual([4, 2, 3]);
    expect(broadcastShape([], [2, 0])).toEqual([2, 0]);
    expect(broadcastShape([1], [0])).toEqual([0]);
    expect(() => broadcastShape([4, 3], [4])).toThrow("[4,3] and [4] can't be broadcast to one shape");
  });

  it('lose the axes that are reduced, or keep them at size 1', () => {
    expect(reducedShape([2, 3, 4], [0, 2], false)).toEqual([3]);
    expect(reducedShape([2, 3, 4], [0, 2], true)).toEqual([1, 3, 1]);
  });
});
