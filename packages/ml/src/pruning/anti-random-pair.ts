import type { TensorSpec } from '../architectures/architecture.ts';
import { drawMasks } from './draw-masks.ts';
import type { Mask } from './mask.ts';
import { antiRandomHalves } from './pruning-method.ts';

/**
 * Two masks that split a parent's weights between two siblings (paper, §II-B): half of every prunable tensor at random, and
 * the other half. Local: each tensor is split by itself, so no layer can collapse.
 * @param pair from 0; with the seed it fixes the masks
 */
export function antiRandomPair(specs: readonly TensorSpec[], seed: number, pair: number): [Mask, Mask] {
  const [mask, sibling] = drawMasks(specs, antiRandomHalves, { seed, family: pair });
  return [mask!, sibling!];
}
