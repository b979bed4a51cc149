import { expect, it } from 'vitest';
import { compare } from './compare.ts';

it('compares the least of each side, and takes the median of the ratios of the pairs', () => {
  const pairs = [
    { ours: 10, peer: 20 },
    { ours: 30, peer: 10 },
    { ours: 12, peer: 16 },
  ];
  expect(compare(pairs)).toEqual({
    ours: 10,
    oursMedian: 12,
    oursP99: 30,
    peer: 10,
    ratioMin: 1,
    ratioMedian: 0.75,
    oursGain: null,
    peerGain: null,
  });
});

it('takes the mean of the two in the middle of an even number of pairs', () => {
  const pairs = [1, 2, 4, 100].map((ours) => ({ ours, peer: 1 }));
  expect(compare(pairs).ratioMedian).toBe(3);
});

it('has no ratio without a peer', () => {
  expect(compare([{ ours: 4 }, { ours: 3 }])).toEqual({
    ours: 3,
    oursMedian: 3.5,
    oursP99: 4,
    peer: null,
    ratioMin: null,
    ratioMedian: null,
    oursGain: null,
    peerGain: null,
  });
});

it('takes what each side gains from its threads by the least times on one and on all', () => {
  const pairs = [
    { ours: 10, oursAlone: 20, peer: 8, peerAlone: 12 },
    { ours: 14, oursAlone: 18, peer: 10, peerAlone: 12 },
  ];
  expect(compare(pairs)).toMatchObject({ oursGain: 1.8, peerGain: 1.5 });
});

it('says what all but one of a hundred steps stay within', () => {
  const pairs = Array.from({ length: 200 }, (_, index) => ({ ours: (index * 37) % 200 }));
  expect(compare(pairs).oursP99).toBe(197);
});
