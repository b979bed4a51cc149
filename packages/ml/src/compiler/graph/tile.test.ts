import { describe, expect, it } from 'vitest';
import { draftGraph } from './draft-graph.fixture.ts';
import { splat } from './splat.ts';
import { tile } from './tile.ts';

describe('a tiling', () => {
  it('of single elements is a broadcast, and once is left out', () => {
    const { graph, input } = draftGraph();
    const x = input(1, 3);
    expect(tile(graph, x, [1, 1])).toBe(x);
    expect(tile(graph, x, [4, 1])).toMatchObject({ op: 'broadcast', inputs: [x], shape: [4, 3] });
    expect(tile(graph, x, [1, 2])).toMatchObject({ op: 'tile', inputs: [x], shape: [1, 6] });
  });

  it('of a splat is a splat', () => {
    const { graph } = draftGraph();
    expect(tile(graph, splat(graph, 1, [2], 'float32'), [3])).toBe(splat(graph, 1, [6], 'float32'));
  });
});
