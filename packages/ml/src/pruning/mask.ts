import { badInput } from '../errors/domain-error.ts';

/** Which weights of each prunable tensor a child keeps, in the tensor's own layout: 1 kept, 0 pruned. */
export type Mask = Readonly<Record<string, Uint8Array>>;

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
  for (const [, bits, others] of tensorPairs(a, b)) {
    for (let index = 0; index < bits.length; index++) unequal += Math.abs(bits[index]! - others[index]!);
  }
  return Math.sqrt(unequal);
}

/** The tensors of two masks side by side; masks of other tensors or sizes are refused with the first that differs. */
export function tensorPairs(a: Mask, b: Mask): [tensor: string, ours: Uint8Array, theirs: Uint8Array][] {
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (a[name]?.length === b[name]?.length) continue;
    throw badInput(
      `The masks differ in tensor ${name}: ${a[name]?.length ?? 'no'} weights against ${b[name]?.length ?? 'none'}.`,
    );
  }
  return Object.entries(a).map(([name, bits]) => [name, bits, b[name]!]);
}
