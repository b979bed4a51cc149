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
    const pairs = await pairsOf({ ours: side('ours', 1), peer: side('peer', 2) }, 3);
    expect(order).toEqual(['ours', 'peer', 'peer', 'ours', 'ours', 'peer']);
    expect(pairs).toEqual(new Array(3).fill({ ours: 1, peer: 2 }));
  });

  it('asks those on one thread too, where they are', async () => {
    const [ours, peer, oursAlone, peerAlone] = ['a', 'b', 'c', 'd'].map((name) => side(name, 1));
    await pairsOf({ ours: ours!, peer: peer!, oursAlone: oursAlone!, peerAlone: peerAlone! }, 2);
    expect(order.join('')).toBe('abcdbcda');
  });

  it('asks ours alone where there is no peer', async () => {
    expect(await pairsOf({ ours: side('ours', 1) }, 2)).toEqual([{ ours: 1 }, { ours: 1 }]);
  });
});
