import { describe, expect, it } from 'vitest';
import { binary } from './binary.ts';
import { draftGraph } from './draft-graph.fixture.ts';
import { reachableNodes } from './reachable-nodes.ts';
import { unary } from './unary.ts';

describe('the nodes of a graph', () => {
  it('are those that its outputs need, each once and after its inputs', () => {
    const { graph, input } = draftGraph();
    const [x, y] = [input(2), input(2)];
    input(5);
    const relu = unary(graph, 'relu', x);
    unary(graph, 'exp', relu);
    const sum = binary(graph, 'add', relu, y);
    const outputs = new Map([
      ['sum', sum],
      ['relu', relu],
    ]);
    expect(reachableNodes({ outputs })).toEqual([x, y, relu, sum]);
  });
});
