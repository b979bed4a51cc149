import { badInput } from '../errors/domain-error.ts';
import type { Random } from '../random/random.ts';

/** Which weights of each prunable tensor a child keeps, in the tensor's own layout: 1 kept, 0 pruned. */
export type Mask = Readonly<Record<string, Uint8Array>>;

/** A mask over `length` weights with exactly round(sparsity · length) zeros, each placement equally likely. */
export function randomMask(length: number, sparsity: number, random: Random): Uint8Array {
  if (!(sparsity >= 0 && sparsity < 1)) {
    throw badInput(`Sparsity ${sparsity} is not a share of weights to remove: it must lie in [0, 1).`);
  }
  const mask = new Uint8Array(length).fill(1);
  for (const index of random.permutation(length).subarray(0, Math.round(sparsity * length))) mask[index] = 0;
  return mask;
}

/** 1 − mask: what the anti-random sibling keeps. */
export function complementOf(mask: Mask): Mask {
  return Object.fromEntries(Object.entries(mask).map(([name, kept]) => [name, kept.map((bit) => 1 - bit)]));
}

/** The share of weights that a mask removes, 0 to 1. */
export function sparsityOf(mask: Mask): number {
  let weights = 0;
  let kept = 0;
  for (const bits of Object.values(mask)) {
    weights += bits.length;
    for (const bit of bits) kept += bit;
  }
  return 1 - kept / weights;
}

/** √ of the number of weights that one mask keeps and the other prunes (paper, §II-B): largest for complements. */
export function cartesianDistance(a: Mask, b: Mask): number {
  let unequal = 0;
  for (const [name, bits] of Object.entries(a)) {
    const others = b[name];
    if (others?.length !== bits.length) {
      throw badInput(
        `The masks differ in tensor ${name}: ${bits.length} weights against ${others?.length ?? 'none'}.`,
      );
    }
    for (let index = 0; index < bits.length; index++) unequal += Math.abs(bits[index]! - others[index]!);
  }
  return Math.sqrt(unequal);
}
