import { describe, expect, it } from 'vitest';
import { interleave, type Pair } from './interleave.ts';

const order: string[] = [];
const side = (name: string, ms: number) => ({
  step: async () => {
    order.push(name);
    return ms;
  },
});

async function pairsOf(...args: Parameters<typeof interleave>): Promise<Pair[]> {
  order.length = 0;
  const pairs: Pair[] = [];
  for await (const pair of interleave(...args)) pairs.push(pair);
  return pairs;
}

describe('interleaving', () => {
  it('asks both sides in every round, and lets each begin in turn', async () => {
    const pairs = await pairsOf(side('ours', 1), side('peer', 2), 3);
    expect(order).toEqual(['ours', 'peer', 'peer', 'ours', 'ours', 'peer']);
    expect(pairs).toEqual(new Array(3).fill({ ours: 1, peer: 2 }));
  });

  it('asks ours alone where there is no peer', async () => {
    expect(await pairsOf(side('ours', 1), undefined, 2)).toEqual([{ ours: 1 }, { ours: 1 }]);
  });
});
