import { describe, expect, it } from 'vitest';
import { binary } from './binary.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import { extreme, sum } from './reduce.ts';
import { unary } from './unary.ts';

describe('a log-softmax written out', () => {
  const written = (axis: number) => {
    const { graph, input } = draftGraph();
    const x = input(3, 5);
    const shifted = binary(graph, 'sub', x, extreme(graph, 'reduceMax', x, [axis], true));
    const total = sum(graph, unary(graph, 'exp', shifted), [axis], true);
    return { x, result: binary(graph, 'sub', shifted, unary(graph, 'log', total)) };
  };

  it('is one operation along the last axis', () => {
    const { x, result } = written(1);
    expect(result).toMatchObject({ op: 'logSoftmax', inputs: [x], shape: [3, 5] });
  });

  it('stays as it is along another axis', () => {
    expect(written(0).result.op).toBe('sub');
  });
});
