import { describe, expect, it } from 'vitest';
import { draftGraph } from './draft-graph.fixture.ts';
import { type UnaryOp, unaryOps } from './node.ts';
import { splat } from './splat.ts';
import { unary } from './unary.ts';

describe('an operation on each element', () => {
  it('of a splat is a splat', () => {
    const { graph } = draftGraph();
    const of = (op: UnaryOp, value: number) => unary(graph, op, splat(graph, value, [5], 'float32'));
    for (const op of unaryOps.filter((op) => op !== 'erf'))
      expect(of(op, 0.5)).toMatchObject({ op: 'splat', shape: [5] });
    expect(of('sigmoid', 0)).toMatchObject({ attributes: { value: 0.5 } });
    expect(of('relu', -1)).toMatchObject({ attributes: { value: 0 } });
    expect(of('rsqrt', 4)).toMatchObject({ attributes: { value: 0.5 } });
    expect(of('step', -1)).toMatchObject({ attributes: { value: 0 } });
  });

  it('is left out where it changes nothing', () => {
    const { graph, input } = draftGraph();
    const x = input(2);
    const relu = unary(graph, 'relu', x);
    expect(unary(graph, 'relu', relu)).toBe(relu);
    expect(unary(graph, 'neg', unary(graph, 'neg', x))).toBe(x);
  });

  it('takes the step of a relu in place of its input', () => {
    const { graph, input } = draftGraph();
    const x = input(2);
    expect(unary(graph, 'step', x).inputs).toEqual([x]);
    const relu = unary(graph, 'relu', x);
    expect(unary(graph, 'step', x).inputs).toEqual([relu]);
  });

  it('has the type of its result', () => {
    const { graph, typedInput } = draftGraph();
    const counts = typedInput('int32', 2);
    expect(unary(graph, 'neg', counts).dtype).toBe('int32');
    expect(unary(graph, 'exp', counts)).toMatchObject({ dtype: 'float32', inputs: [{ op: 'cast' }] });
    expect(unary(graph, 'not', typedInput('bool', 2)).dtype).toBe('bool');
  });
});
