import { describe, expect, it } from 'vitest';
import { draftGraph } from './draft-graph.fixture.ts';

describe('a graph', () => {
  it('has one node for the same operation on the same inputs', () => {
    const { graph, input } = draftGraph();
    const [x, y] = [input(2, 3), input(2, 3)];
    const sum = graph.create('add', [x, y], {}, [2, 3], 'float32');
    expect(graph.create('add', [x, y], {}, [2, 3], 'float32')).toBe(sum);
    expect(graph.create('add', [y, x], {}, [2, 3], 'float32')).not.toBe(sum);
    expect(graph.create('mul', [x, y], {}, [2, 3], 'float32')).not.toBe(sum);
  });

  it('tells attributes, shapes and types apart', () => {
    const { graph, input } = draftGraph();
    const x = input(4, 4);
    const slice = graph.create('slice', [x], { begin: [0, 1] }, [2, 2], 'float32');
    expect(graph.create('slice', [x], { begin: [1, 0] }, [2, 2], 'float32')).not.toBe(slice);
    expect(graph.create('slice', [x], { begin: [0, 1] }, [3, 2], 'float32')).not.toBe(slice);
    const splats = [0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN].map((value) =>
      graph.create('splat', [], { value }, [], 'float32'),
    );
    expect(new Set([...splats, graph.create('splat', [], { value: 0 }, [], 'int32')]).size).toBe(6);
  });

  it('has as many inputs and constants as are made', () => {
    const { graph, input } = draftGraph();
    expect(input(2)).not.toBe(input(2));
    const attributes = { name: 'filter', values: Float32Array.of(1, 2) };
    const constant = () => graph.create('constant', [], attributes, [2], 'float32');
    expect(constant()).not.toBe(constant());
  });

  it('counts its nodes in the order of making, and finds them again', () => {
    const { graph, input } = draftGraph();
    const x = input(2);
    expect(graph.find('relu', [x], {}, [2], 'float32')).toBeUndefined();
    const relu = graph.create('relu', [x], {}, [2], 'float32');
    expect(graph.find('relu', [x], {}, [2], 'float32')).toBe(relu);
    expect([x.id, relu.id]).toEqual([0, 1]);
  });
});
