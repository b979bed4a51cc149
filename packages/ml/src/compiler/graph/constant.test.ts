import { describe, expect, it } from 'vitest';
import { constant } from './constant.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import { splat } from './splat.ts';

describe('a constant', () => {
  it('keeps its values under its name', () => {
    const { graph } = draftGraph();
    const values = Float32Array.of(1, 2, 3, 4);
    expect(constant(graph, 'conv1.weight', values, [2, 2], 'float32')).toMatchObject({
      op: 'constant',
      attributes: { name: 'conv1.weight', values },
      shape: [2, 2],
    });
  });

  it('of one value everywhere is a splat', () => {
    const { graph } = draftGraph();
    const ones = constant(graph, 'ones', new Float32Array(1000).fill(1), [10, 100], 'float32');
    expect(ones).toBe(splat(graph, 1, [10, 100], 'float32'));
    expect(constant(graph, 'none', new Float32Array(0), [0], 'float32').op).toBe('constant');
  });

  it('has as many values as its shape', () => {
    const { graph } = draftGraph();
    expect(() => constant(graph, 'w', Float32Array.of(1, 2), [3], 'float32')).toThrow(
      'Constant "w" of shape [3] has 2 values',
    );
  });
});

describe('a splat', () => {
  it('has the value that its type can hold', () => {
    const { graph } = draftGraph();
    expect(splat(graph, 0.1, [], 'float32').attributes.value).toBe(Math.fround(0.1));
    expect(splat(graph, -2.7, [], 'int32').attributes.value).toBe(-2);
    expect(splat(graph, 3, [], 'bool').attributes.value).toBe(1);
  });
});
