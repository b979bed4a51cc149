import { describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { drawMasks } from './draw-masks.ts';
import { findPartitionFaults } from './find-partition-faults.ts';
import { inheritedShares } from './inherited-shares.ts';
import { cartesianDistance, complementOf, type Mask, sparsityOf } from './mask.ts';
import { overlapOf } from './mask-overlap.ts';
import { antiRandomHalves, lotteryTicket } from './pruning-method.ts';

const specs = findArchitecture('resnet8').tensors({ channels: 1, classes: 10 });
const draw = (children: number, family = 0): Mask[] =>
  drawMasks(specs, { ...antiRandomHalves, children, sparsity: 1 - 1 / children }, { seed: 1, family });
const [mask, sibling] = draw(2) as [Mask, Mask];
const [other] = draw(2, 1) as [Mask, Mask];
const a: Mask = { x: Uint8Array.of(1, 1, 0, 0), y: Uint8Array.of(1, 0) };
const b: Mask = { x: Uint8Array.of(1, 0, 1, 0), y: Uint8Array.of(0, 1) };

describe('the overlap of two masks', () => {
  it('counts what both keep, tensor by tensor and in all', () => {
    expect(overlapOf(a, b)).toEqual({
      tensors: {
        x: { weights: 4, both: 1, either: 3, share: 0.25, jaccard: 1 / 3 },
        y: { weights: 2, both: 0, either: 2, share: 0, jaccard: 0 },
      },
      total: { weights: 6, both: 1, either: 5, share: 1 / 6, jaccard: 0.2 },
    });
  });

  it('is nothing between siblings, half between a mask and itself, a quarter between strangers', () => {
    expect(overlapOf(mask, sibling).total).toMatchObject({ both: 0, share: 0, jaccard: 0 });
    expect(overlapOf(mask, mask).total).toMatchObject({ share: 1 - sparsityOf(mask), jaccard: 1 });
    expect(overlapOf(mask, other).total.share).toBeCloseTo(0.25, 2);
    expect(overlapOf(mask, other).total.jaccard).toBeCloseTo(1 / 3, 1.5);
  });

  it('of two empty masks is whole: they are equal', () => {
    const empty = { x: new Uint8Array(3) };
    expect(overlapOf(empty, empty).total).toMatchObject({ both: 0, jaccard: 1 });
  });

  it('says how far apart they are: the distance squared is what one of them keeps alone', () => {
    const { both, either } = overlapOf(mask, other).total;
    expect(cartesianDistance(mask, other) ** 2).toBeCloseTo(either - both, 6);
  });
});

describe('the proof that masks split a network', () => {
  it.each([2, 3, 5])('finds no fault in %i anti-random children', (children) => {
    expect(findPartitionFaults(draw(children))).toEqual([]);
  });

  it('names each tensor where a weight is kept by none or by several', () => {
    const tensor = 'layer2.0.conv1.weight';
    const broken = { ...sibling, [tensor]: mask[tensor]! };
    const kept = mask[tensor]!.reduce((sum, bit) => sum + bit, 0);
    expect(findPartitionFaults([mask, broken])).toEqual([
      { tensor, keptByNone: mask[tensor]!.length - kept, keptBySeveral: kept },
    ]);
    expect(findPartitionFaults([mask, other])).toHaveLength(Object.keys(mask).length);
  });

  it('needs masks of the same tensors', () => {
    expect(() => findPartitionFaults([])).toThrow('No masks came');
    expect(() => findPartitionFaults([a, { x: a.x! }])).toThrow('tensor y: 2 weights against none');
    expect(() => findPartitionFaults([{ x: a.x! }, a])).toThrow('tensor y: no weights against 2');
  });
});

describe('a lottery ticket', () => {
  const weights = Object.fromEntries(
    Object.entries(initializeWeights(specs, 3)).map(([name, w]) => [name, w.dataSync() as Float32Array]),
  );
  const [ticket] = drawMasks(specs, lotteryTicket, { seed: 1, family: 0, weights }) as [Mask];

  it('is split between siblings: what one inherits the other does not', () => {
    const [ours, theirs] = inheritedShares(ticket, [mask, sibling]);
    expect(ours!.total.inherited + theirs!.total.inherited).toBe(ours!.total.ticket);
    expect(ours!.total.share! + theirs!.total.share!).toBe(1);
    expect(ours!.total.share).toBeCloseTo(0.5, 1);
    for (const [name, { ticket: size, inherited }] of Object.entries(ours!.tensors))
      expect(inherited + theirs!.tensors[name]!.inherited).toBe(size);
  });

  it('inherits all of itself and nothing of its complement', () => {
    const [own, opposite] = inheritedShares(ticket, [ticket, complementOf(ticket)]);
    expect([own!.total.share, opposite!.total.share]).toEqual([1, 0]);
  });

  it('has no share where it keeps nothing', () => {
    const nothing = { x: new Uint8Array(4), y: Uint8Array.of(1, 0) };
    const [share] = inheritedShares(nothing, [a]);
    expect(share!.tensors.x).toEqual({ ticket: 0, inherited: 0, share: null });
    expect(share!.total).toEqual({ ticket: 1, inherited: 1, share: 1 });
  });
});
