import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { encodeMask } from '../networks/weights-file.ts';
import { antiRandomPair } from './anti-random-pair.ts';
import { cartesianDistance, complementOf, type Mask, sparsityOf } from './mask.ts';

const specs = findArchitecture('resnet8').tensors({ channels: 1, classes: 10 });
const prunable = specs.filter(({ role }) => role === 'convolution').map(({ name }) => name);
const zeros = (bits: Uint8Array): number => bits.filter((bit) => bit === 0).length;
const weightsOf = (mask: Mask): number => Object.values(mask).reduce((sum, bits) => sum + bits.length, 0);

describe('an anti-random pair', () => {
  const [mask, sibling] = antiRandomPair(specs, 1, 0);

  it('masks every convolution and nothing else: no classifier, no norm, no bias', () => {
    expect(Object.keys(mask)).toEqual(prunable);
    expect(Object.keys(sibling)).toEqual(prunable);
  });

  it('splits each tensor: every weight is kept by one sibling and pruned in the other', () => {
    for (const name of prunable)
      expect(mask[name]!.every((bit, weight) => bit + sibling[name]![weight]! === 1)).toBe(true);
  });

  it('halves each tensor; of an odd number one sibling keeps one more', () => {
    for (const name of prunable) {
      const [ours, theirs] = [zeros(mask[name]!), zeros(sibling[name]!)];
      expect(ours - theirs).toBe(mask[name]!.length % 2);
    }
    const odd = [{ name: 'odd', role: 'convolution' as const, shape: [3, 3, 1, 1], prunable: true }];
    const [half, other] = antiRandomPair(odd, 1, 0);
    expect([zeros(half.odd!), zeros(other.odd!)]).toEqual([5, 4]);
  });

  it('lies √n apart, which is as far as two masks can', () => {
    expect(cartesianDistance(mask, sibling)).toBe(Math.sqrt(weightsOf(mask)));
    expect(cartesianDistance(mask, mask)).toBe(0);
  });

  it('is the same for the same seed and pair, and another for another', () => {
    expect(antiRandomPair(specs, 1, 0)).toEqual([mask, sibling]);
    for (const [other] of [antiRandomPair(specs, 2, 0), antiRandomPair(specs, 1, 1)]) {
      expect(other).not.toEqual(mask);
      const share = cartesianDistance(mask, other) ** 2 / weightsOf(mask);
      expect(share).toBeCloseTo(0.5, 1.5);
    }
  });

  it.each([
    [1, 0, '641594a9e779180e537c30e03716b5e14b36ddf44c33b51fa95c28831cc94059'],
    [1, 1, '93cb0c528622e0349b4af43d9ba7eba59c75245799869cdb1131171ef50ea430'],
    [2, 0, 'b2a20b6569146e6e9c0427086f1f426b6a0c310570c81604d310bb8e2c3aafbb'],
  ])('of seed %i, pair %i has from version to version the file %s', (seed, pair, digest) => {
    const [first] = antiRandomPair(specs, seed, pair);
    expect(createHash('sha256').update(encodeMask(first, specs)).digest('hex')).toBe(digest);
  });

  it('removes half', () => {
    expect(sparsityOf(mask)).toBeCloseTo(0.5, 3);
    expect(sparsityOf({ a: Uint8Array.of(1, 0, 0), b: Uint8Array.of(0) })).toBe(0.75);
  });
});

describe('masks', () => {
  it('are complements of their complements', () => {
    const mask = { a: Uint8Array.of(1, 0, 0) };
    expect(complementOf(mask)).toEqual({ a: Uint8Array.of(0, 1, 1) });
    expect(complementOf(complementOf(mask))).toEqual(mask);
  });

  it('of other tensors have no distance', () => {
    const mask = { a: Uint8Array.of(1, 0) };
    expect(() => cartesianDistance(mask, { a: Uint8Array.of(1) })).toThrow('tensor a: 2 weights against 1');
    expect(() => cartesianDistance(mask, {})).toThrow('tensor a: 2 weights against none');
  });
});
