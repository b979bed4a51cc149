import { describe, expect, it } from 'vitest';
import { draftGraph } from './draft-graph.fixture.ts';
import { mirrorPad, pad } from './pad.ts';
import { splat } from './splat.ts';

const frame = [
  [1, 1],
  [0, 2],
] as const;
const nothing = [
  [0, 0],
  [0, 0],
] as const;

describe('a padding', () => {
  it('of nothing is left out', () => {
    const { graph, input } = draftGraph();
    const x = input(2, 3);
    expect(pad(graph, x, nothing, 1)).toBe(x);
    expect(mirrorPad(graph, x, nothing, 'reflect')).toBe(x);
  });

  it('of a splat with its own value is a larger splat', () => {
    const { graph } = draftGraph();
    const tenths = splat(graph, 0.1, [2, 3], 'float32');
    const larger = splat(graph, 0.1, [4, 5], 'float32');
    expect(pad(graph, tenths, frame, 0.1)).toBe(larger);
    expect(mirrorPad(graph, tenths, frame, 'symmetric')).toBe(larger);
    expect(pad(graph, tenths, frame, 0)).toMatchObject({ op: 'pad', shape: [4, 5] });
  });
});
