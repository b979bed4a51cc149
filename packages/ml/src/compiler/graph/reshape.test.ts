import { describe, expect, it } from 'vitest';
import { broadcast } from './broadcast.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import { reshape } from './reshape.ts';
import { splat } from './splat.ts';

describe('a reshape', () => {
  it('is one step at most', () => {
    const { graph, input } = draftGraph();
    const x = input(2, 6);
    expect(reshape(graph, x, [2, 6])).toBe(x);
    expect(reshape(graph, reshape(graph, x, [12]), [3, 4])).toMatchObject({ op: 'reshape', inputs: [x] });
    expect(reshape(graph, reshape(graph, x, [12]), [2, 6])).toBe(x);
    expect(reshape(graph, splat(graph, 2, [2, 6], 'float32'), [12])).toBe(splat(graph, 2, [12], 'float32'));
  });

  it('of one element that is broadcast is another broadcast', () => {
    const { graph, input } = draftGraph();
    const x = input(1, 1);
    const all = reshape(graph, broadcast(graph, x, [4, 3]), [2, 6]);
    expect(all).toMatchObject({ op: 'broadcast', inputs: [{ op: 'reshape', inputs: [x], shape: [] }] });
  });

  it('keeps the number of elements', () => {
    const { graph, input } = draftGraph();
    expect(() => reshape(graph, input(2, 6), [5])).toThrow("[2,6] can't be reshaped to [5]");
  });
});
