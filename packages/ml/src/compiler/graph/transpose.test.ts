import { describe, expect, it } from 'vitest';
import { draftGraph } from './draft-graph.fixture.ts';
import { splat } from './splat.ts';
import { transpose } from './transpose.ts';

describe('a transpose', () => {
  it('is one step at most', () => {
    const { graph, input } = draftGraph();
    const x = input(2, 3, 4);
    expect(transpose(graph, x, [0, 1, 2])).toBe(x);
    const turned = transpose(graph, x, [2, 0, 1]);
    expect(turned).toMatchObject({ op: 'transpose', shape: [4, 2, 3] });
    expect(transpose(graph, turned, [1, 2, 0])).toBe(x);
    expect(transpose(graph, turned, [1, 0, 2])).toMatchObject({
      inputs: [x],
      attributes: { permutation: [0, 2, 1] },
      shape: [2, 4, 3],
    });
    const ones = splat(graph, 1, [2, 3], 'float32');
    expect(transpose(graph, ones, [1, 0])).toBe(splat(graph, 1, [3, 2], 'float32'));
  });
});
