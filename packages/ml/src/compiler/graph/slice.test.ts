import { describe, expect, it } from 'vitest';
import { draftGraph } from './draft-graph.fixture.ts';
import { slice, stridedSlice } from './slice.ts';
import { splat } from './splat.ts';

describe('a slice', () => {
  it('of everything is left out, and of a slice is one step', () => {
    const { graph, input } = draftGraph();
    const x = input(6, 8);
    expect(slice(graph, x, [0, 0], [6, 8])).toBe(x);
    const inner = slice(graph, slice(graph, x, [1, 2], [4, 6]), [1, 3], [2, 2]);
    expect(inner).toMatchObject({ op: 'slice', inputs: [x], attributes: { begin: [2, 5] }, shape: [2, 2] });
  });

  it('of a splat is a splat', () => {
    const { graph } = draftGraph();
    const ones = splat(graph, 1, [4, 4], 'float32');
    expect(slice(graph, ones, [1, 1], [2, 3])).toBe(splat(graph, 1, [2, 3], 'float32'));
  });

  it('without gaps is a plain one', () => {
    const { graph, input } = draftGraph();
    const x = input(6, 8);
    const plain = stridedSlice(graph, x, { begin: [1, 0], end: [4, 8], strides: [1, 1] });
    expect(plain).toBe(slice(graph, x, [1, 0], [3, 8]));
    const gaps = stridedSlice(graph, x, { begin: [1, 0], end: [6, 8], strides: [2, 3] });
    expect(gaps).toMatchObject({ op: 'stridedSlice', shape: [3, 3] });
  });
});
