import type { MaskedTensor } from '@kindred/core';
import type { MaskedTensorType, MaskType } from './mask.type.ts';

/** A mask of its tensors; null where there are none. */
export function toMask(tensors: readonly MaskedTensor[]): MaskType | null {
  if (tensors.length === 0) return null;
  const counted = tensors.map((tensor): MaskedTensorType => ({ ...tensor, deadFilters: countDead(tensor) }));
  const sum = (count: 'weights' | 'kept' | 'filters' | 'deadFilters') =>
    counted.reduce((total, tensor) => total + tensor[count], 0);
  const [weights, kept] = [sum('weights'), sum('kept')];
  return {
    weights,
    kept,
    sparsity: 1 - kept / weights,
    filters: sum('filters'),
    deadFilters: sum('deadFilters'),
    collapsed: counted.filter((tensor) => tensor.kept === 0).map(({ tensor }) => tensor),
    tensors: counted,
  };
}

function countDead({ withoutIncoming, withoutOutgoing }: MaskedTensor): number {
  return new Set([...withoutIncoming, ...withoutOutgoing]).size;
}
