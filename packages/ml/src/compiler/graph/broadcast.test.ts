import { describe, expect, it } from 'vitest';
import { binary } from './binary.ts';
import { broadcast } from './broadcast.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import { splat } from './splat.ts';
import { unary } from './unary.ts';

describe('a broadcast', () => {
  it('to the same shape, of a splat or of a broadcast is one step at most', () => {
    const { graph, input } = draftGraph();
    const row = input(3);
    expect(broadcast(graph, row, [3])).toBe(row);
    expect(broadcast(graph, splat(graph, 2, [], 'float32'), [2, 3])).toMatchObject({
      op: 'splat',
      shape: [2, 3],
    });
    const twice = broadcast(graph, broadcast(graph, row, [2, 3]), [4, 2, 3]);
    expect(twice).toMatchObject({ op: 'broadcast', inputs: [row], shape: [4, 2, 3] });
  });

  it('is refused where sizes differ', () => {
    const { graph, input } = draftGraph();
    expect(() => broadcast(graph, input(3, 1), [3])).toThrow("[3,1] can't be broadcast to [3]");
    expect(() => broadcast(graph, input(3), [2])).toThrow();
  });

  it('is looked through where the other operand has the shape', () => {
    const { graph, input } = draftGraph();
    const [x, row] = [input(4, 3), input(3)];
    const sum = binary(graph, 'add', x, broadcast(graph, row, [4, 3]));
    expect(sum).toMatchObject({ op: 'add', inputs: [x, row], shape: [4, 3] });
  });

  it('comes after what is computed element by element', () => {
    const { graph, input } = draftGraph();
    const row = broadcast(graph, input(1, 3), [4, 3]);
    const scaled = binary(graph, 'mul', row, splat(graph, 2, [4, 3], 'float32'));
    const activated = unary(graph, 'relu', scaled);
    expect(activated).toMatchObject({ op: 'broadcast', shape: [4, 3] });
    expect(activated.inputs[0]).toMatchObject({ op: 'relu', shape: [1, 3] });
  });
});
