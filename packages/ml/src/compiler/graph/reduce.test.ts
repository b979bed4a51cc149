import { describe, expect, it } from 'vitest';
import { binaryWith } from './binary.ts';
import { broadcast } from './broadcast.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import { extreme, mean, sum } from './reduce.ts';
import { splat } from './splat.ts';
import { unary } from './unary.ts';

describe('a sum', () => {
  it('over axes of size 1 is a reshape', () => {
    const { graph, input } = draftGraph();
    const x = input(2, 1, 3);
    expect(sum(graph, x, [1], false)).toMatchObject({ op: 'reshape', inputs: [x], shape: [2, 3] });
    expect(sum(graph, x, [1], true)).toBe(x);
    expect(sum(graph, x, [], false)).toBe(x);
  });

  it('of a splat is a splat, times as many', () => {
    const { graph } = draftGraph();
    const halves = splat(graph, 0.5, [2, 6], 'float32');
    expect(sum(graph, halves, [1], false)).toBe(splat(graph, 3, [2], 'float32'));
    expect(mean(graph, halves, [0], true)).toBe(splat(graph, 0.5, [1, 6], 'float32'));
    expect(extreme(graph, 'reduceMax', halves, [0, 1], false)).toBe(splat(graph, 0.5, [], 'float32'));
  });

  it('is scaled and negated when it is small', () => {
    const { graph, input } = draftGraph();
    const x = input(2, 6);
    const total = sum(graph, x, [1], false);
    expect(sum(graph, binaryWith(graph, 'mul', x, 3), [1], false)).toBe(binaryWith(graph, 'mul', total, 3));
    expect(sum(graph, unary(graph, 'neg', x), [1], false)).toBe(unary(graph, 'neg', total));
  });

  it('of what is broadcast is a product', () => {
    const { graph, input } = draftGraph();
    const row = input(1, 3);
    const rows = broadcast(graph, row, [5, 4, 3]);
    expect(sum(graph, rows, [0, 1], true)).toMatchObject({
      op: 'mul',
      inputs: [{ op: 'reshape', inputs: [row] }, { attributes: { value: 20 } }],
      shape: [1, 1, 3],
    });
    expect(sum(graph, rows, [1, 2], false)).toMatchObject({ op: 'broadcast', shape: [5] });
  });
});

describe('a mean', () => {
  it('is a sum times a reciprocal, of float32', () => {
    const { graph, typedInput } = draftGraph();
    const counts = typedInput('int32', 4, 3);
    expect(mean(graph, counts, [0], false)).toMatchObject({
      op: 'mul',
      inputs: [{ op: 'sum', inputs: [{ op: 'cast' }] }, { attributes: { value: 0.25 } }],
      shape: [3],
      dtype: 'float32',
    });
  });
});
