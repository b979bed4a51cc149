import { describe, expect, it } from 'vitest';
import { broadcast } from './broadcast.ts';
import { cast } from './cast.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import { splat } from './splat.ts';

describe('a cast', () => {
  it('to the same type is left out', () => {
    const { graph, input } = draftGraph();
    const x = input(2);
    expect(cast(graph, x, 'float32')).toBe(x);
  });

  it('of a splat changes its value as the type wants it', () => {
    const { graph } = draftGraph();
    expect(cast(graph, splat(graph, 2.5, [3], 'float32'), 'int32')).toBe(splat(graph, 2, [3], 'int32'));
  });

  it('of a truth value goes the straight way', () => {
    const { graph, typedInput } = draftGraph();
    const truth = typedInput('bool', 2);
    expect(cast(graph, cast(graph, truth, 'int32'), 'float32').inputs).toEqual([truth]);
    const rounded = cast(graph, typedInput('float32', 2), 'int32');
    expect(cast(graph, rounded, 'float32').inputs).toEqual([rounded]);
  });

  it('goes before a broadcast', () => {
    const { graph, typedInput } = draftGraph();
    const x = typedInput('int32', 3);
    expect(cast(graph, broadcast(graph, x, [2, 3]), 'float32')).toMatchObject({
      op: 'broadcast',
      inputs: [{ op: 'cast', inputs: [x] }],
    });
  });
});
