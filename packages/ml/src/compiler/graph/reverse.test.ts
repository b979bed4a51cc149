import { describe, expect, it } from 'vitest';
import { draftGraph } from './draft-graph.fixture.ts';
import { reverse } from './reverse.ts';
import { splat } from './splat.ts';

describe('a reversal', () => {
  it('is left out where nothing changes its place', () => {
    const { graph, input } = draftGraph();
    const x = input(1, 3);
    expect(reverse(graph, x, [0])).toBe(x);
    expect(reverse(graph, x, [0, 1])).toMatchObject({ inputs: [x], attributes: { axes: [1] } });
    const ones = splat(graph, 1, [3], 'float32');
    expect(reverse(graph, ones, [0])).toBe(ones);
  });
});
