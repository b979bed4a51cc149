import { describe, expect, it } from 'vitest';
import { binary, binaryWith } from './binary.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import type { BinaryOp, Node } from './node.ts';
import { splat } from './splat.ts';
import { unary } from './unary.ts';

function draft() {
  const { graph, input, typedInput } = draftGraph();
  const x = input(2, 3);
  const full = (value: number) => splat(graph, value, [2, 3], 'float32');
  const of = (op: BinaryOp, a: Node, b: Node) => binary(graph, op, a, b);
  return { graph, x, y: input(2, 3), full, of, typedInput };
}

describe('an operation on pairs of elements', () => {
  it('of splats is a splat', () => {
    const { full, of } = draft();
    expect(of('pow', full(2), full(3))).toBe(full(8));
    expect(of('min', full(2), full(3))).toBe(full(2));
    expect(of('lessEqual', full(2), full(3))).toMatchObject({
      op: 'splat',
      attributes: { value: 1 },
      dtype: 'bool',
    });
  });

  it('is left out where the splat changes nothing', () => {
    const { x, full, of } = draft();
    const unchanged = [
      of('mul', x, full(1)),
      of('mul', full(1), x),
      of('add', x, full(0)),
      of('add', full(0), x),
      of('sub', x, full(0)),
      of('div', x, full(1)),
      of('pow', x, full(1)),
    ];
    for (const node of unchanged) expect(node).toBe(x);
    expect(of('mul', x, full(0))).toBe(full(0));
  });

  it('takes a splat as a scalar, on the right of a product', () => {
    const { graph, x, full, of } = draft();
    const scalar = splat(graph, 3, [], 'float32');
    expect(of('mul', full(3), x).inputs).toEqual([x, scalar]);
    expect(of('max', x, full(3)).inputs).toEqual([x, scalar]);
  });

  it('multiplies once by the product of splats', () => {
    const { graph, x, full, of } = draft();
    const scaled = of('div', of('mul', unary(graph, 'neg', x), full(3)), full(4));
    expect(scaled).toMatchObject({ op: 'mul', inputs: [x, { attributes: { value: -0.75 } }] });
  });

  it('divides int32 as it is', () => {
    const { graph, typedInput } = draft();
    expect(binaryWith(graph, 'div', typedInput('int32', 2), 2).op).toBe('div');
  });

  it('subtracts what is added negated, and adds what is subtracted negated', () => {
    const { graph, x, y, full, of } = draft();
    const negative = unary(graph, 'neg', y);
    expect(of('add', x, negative)).toMatchObject({ op: 'sub', inputs: [x, y] });
    expect(of('add', negative, x)).toMatchObject({ op: 'sub', inputs: [x, y] });
    expect(of('sub', x, negative)).toMatchObject({ op: 'add', inputs: [x, y] });
    expect(of('sub', full(0), y)).toBe(negative);
  });

  it('squares for a power of two', () => {
    const { x, full, of } = draft();
    expect(of('pow', x, full(2))).toMatchObject({ op: 'square', inputs: [x] });
  });

  it('decides logic by one side where that is known', () => {
    const { graph, typedInput } = draft();
    const condition = typedInput('bool', 2, 3);
    const known = (value: number) => splat(graph, value, [2, 3], 'bool');
    expect(binary(graph, 'and', known(1), condition)).toBe(condition);
    expect(binary(graph, 'and', condition, known(0))).toBe(known(0));
    expect(binary(graph, 'or', known(0), condition)).toBe(condition);
    expect(binary(graph, 'or', condition, known(1))).toBe(known(1));
  });
});
