import { describe, expect, it } from 'vitest';
import { broadcast } from './broadcast.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import { splat } from './splat.ts';
import { where } from './where.ts';

describe('a choice', () => {
  it('is made at once where the condition or both answers are known', () => {
    const { graph, input, typedInput } = draftGraph();
    const [condition, x, y] = [typedInput('bool', 2, 3), input(2, 3), input(2, 3)];
    expect(where(graph, splat(graph, 1, [2, 3], 'bool'), x, y)).toBe(x);
    expect(where(graph, splat(graph, 0, [2, 3], 'bool'), x, y)).toBe(y);
    expect(where(graph, condition, x, x)).toBe(x);
  });

  it('between 1 and 0 is a cast', () => {
    const { graph, typedInput } = draftGraph();
    const condition = typedInput('bool', 2);
    const of = (value: number) => splat(graph, value, [2], 'float32');
    expect(where(graph, condition, of(1), of(0))).toMatchObject({ op: 'cast', inputs: [condition] });
  });

  it('has operands of one rank, or scalars', () => {
    const { graph, input, typedInput } = draftGraph();
    const [condition, row] = [typedInput('bool', 2, 3), broadcast(graph, input(3), [2, 3])];
    const choice = where(graph, condition, row, splat(graph, 2, [2, 3], 'float32'));
    expect(choice.inputs.map(({ shape }) => shape)).toEqual([[2, 3], [1, 3], []]);
  });
});
