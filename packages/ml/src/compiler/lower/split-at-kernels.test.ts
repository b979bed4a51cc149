import { describe, expect, it } from 'vitest';
import { GraphBuilder } from '../graph/graph-builder.ts';
import type { Node } from '../graph/node.ts';
import { splitAtKernels } from './split-at-kernels.ts';

const graph = new GraphBuilder();
const unary = (op: 'relu' | 'step' | 'neg' | 'exp', x: Node) => graph.create(op, [x], {}, [4], 'float32');
const add = (a: Node, b: Node) => graph.create('add', [a, b], {}, [4], 'float32');

const x = graph.create('input', [], { name: 'x' }, [4], 'float32');
const constant = graph.create('constant', [], { name: 'c', values: new Float32Array(4) }, [4], 'float32');
const negated = unary('neg', constant);
const positive = unary('relu', add(x, negated));
const kernel = unary('exp', positive);
const mask = unary('step', positive);
const sum = add(add(kernel, mask), negated);
const isKernel = (node: Node) => node.op === 'exp';

const opsOf = (nodes: Iterable<Node>) => [...nodes].map(({ op }) => op);
const split = (outputs: [string, Node][]) =>
  splitAtKernels({ inputs: [x], outputs: new Map(outputs) }, isKernel);

describe('a graph that is cut at kernels of our own', () => {
  const [before, after, ...more] = split([
    ['sum', sum],
    ['positive', positive],
  ]);

  it('has a stage before each kernel that waits for another, and one after the last', () => {
    expect(more).toEqual([]);
    expect(opsOf(before!.kernels)).toEqual(['exp']);
    expect(opsOf(after!.kernels)).toEqual([]);
  });

  it('computes each node once, as early as it can be, and tells outputs there', () => {
    expect(opsOf(before!.order)).toEqual(['input', 'constant', 'neg', 'add', 'relu']);
    expect([...before!.outputs.keys()]).toEqual(['positive']);
    expect([...after!.outputs.keys()]).toEqual(['sum']);
  });

  it('computes again what is made of constants, and masks', () => {
    expect(opsOf(after!.order)).toEqual(['constant', 'neg', 'step', 'add', 'add']);
  });

  it('knows what a stage reads of earlier ones', () => {
    expect(before!.arrivals).toEqual([]);
    expect(new Set(after!.arrivals)).toEqual(new Set([kernel, positive]));
  });

  it('has one stage where there is no kernel', () => {
    const stages = split([['positive', positive]]);
    expect(stages).toHaveLength(1);
    expect(stages[0]!.kernels).toEqual([]);
  });

  it('ends after a kernel that makes an output itself', () => {
    const stages = split([['kernel', kernel]]);
    expect(stages.map(({ outputs }) => [...outputs.keys()])).toEqual([[], ['kernel']]);
    expect(stages[1]!.arrivals).toEqual([kernel]);
  });

  it('lets kernels follow one another', () => {
    const twice = unary('exp', kernel);
    const stages = split([['twice', twice]]);
    expect(stages.map(({ kernels }) => kernels.length)).toEqual([1, 1, 0]);
    expect(opsOf(stages[1]!.order)).toEqual([]);
    expect(stages[1]!.arrivals).toEqual([kernel]);
  });
});
