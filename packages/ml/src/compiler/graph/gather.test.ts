import { describe, expect, it } from 'vitest';
import { draftGraph } from './draft-graph.fixture.ts';
import { gather, segmentSum } from './gather.ts';
import { splat } from './splat.ts';

describe('a gather', () => {
  it('puts the axes of its indices where it picks', () => {
    const { graph, input, typedInput } = draftGraph();
    const [x, indices] = [input(4, 5, 6), typedInput('int32', 2, 3)];
    expect(gather(graph, x, indices, 1)).toMatchObject({ inputs: [x, indices], shape: [4, 2, 3, 6] });
    const ones = splat(graph, 1, [4, 5], 'float32');
    expect(gather(graph, ones, indices, 0)).toBe(splat(graph, 1, [2, 3, 5], 'float32'));
  });

  it('and a sum over segments take whole numbers', () => {
    const { graph, input } = draftGraph();
    const [x, ids] = [input(4, 5), input(4)];
    expect(gather(graph, x, ids, 0).inputs[1]).toMatchObject({ op: 'cast', dtype: 'int32' });
    const sums = segmentSum(graph, x, ids, 7);
    expect(sums).toMatchObject({ inputs: [x, { op: 'cast', dtype: 'int32' }], shape: [7, 5] });
  });
});
