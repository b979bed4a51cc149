import { describe, expect, it } from 'vitest';
import { concat } from './concat.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import { splat } from './splat.ts';

describe('a concatenation', () => {
  it('leaves out what is empty, and itself for one part', () => {
    const { graph, input } = draftGraph();
    const [x, y, empty] = [input(2, 3), input(2, 1), input(2, 0)];
    expect(concat(graph, [x, empty, y], 1)).toMatchObject({ op: 'concat', inputs: [x, y], shape: [2, 4] });
    expect(concat(graph, [empty, x], 1)).toBe(x);
  });

  it('of the same value everywhere is a splat', () => {
    const { graph } = draftGraph();
    const of = (value: number, rows: number) => splat(graph, value, [rows, 3], 'float32');
    expect(concat(graph, [of(2, 1), of(2, 4)], 0)).toBe(of(2, 5));
    expect(concat(graph, [of(2, 1), of(3, 4)], 0).op).toBe('concat');
  });
});
