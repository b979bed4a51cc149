import { badInput } from '../errors/domain-error.ts';
import { type Mask, tensorPairs } from './mask.ts';

/** A tensor that masks don't split among them. */
export interface PartitionFault {
  tensor: string;
  /** Weights that no mask keeps: the union isn't all. */
  keptByNone: number;
  /** Weights that two masks or more keep: they aren't disjoint. */
  keptBySeveral: number;
}

/**
 * Where masks fail to split their weights so that each is kept by exactly one, tensor by tensor. None for anti-random children:
 * the proof that they are complements (paper, §II-B).
 */
export function findPartitionFaults(masks: readonly Mask[]): PartitionFault[] {
  const [first, ...others] = masks;
  if (!first) throw badInput('No masks came; one or more can split a network.');
  for (const other of others) tensorPairs(first, other);
  const faults = Object.keys(first).map((tensor) =>
    countFaults(
      tensor,
      masks.map((mask) => mask[tensor]!),
    ),
  );
  return faults.filter(({ keptByNone, keptBySeveral }) => keptByNone + keptBySeveral > 0);
}

function countFaults(tensor: string, parts: Uint8Array[]): PartitionFault {
  const fault = { tensor, keptByNone: 0, keptBySeveral: 0 };
  for (let index = 0; index < parts[0]!.length; index++) {
    let keepers = 0;
    for (const bits of parts) keepers += bits[index]!;
    if (keepers === 0) fault.keptByNone++;
    if (keepers > 1) fault.keptBySeveral++;
  }
  return fault;
}
