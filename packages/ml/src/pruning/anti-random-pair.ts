import type { TensorSpec } from '../architectures/architecture.ts';
import { createRandom } from '../random/random.ts';
import { complementOf, type Mask, randomMask } from './mask.ts';

/**
 * Two masks that split a parent's weights between two siblings (paper, §II-B): half of every prunable tensor at random, and
 * the other half. Local: each tensor is split by itself, so no layer can collapse.
 * @param pair from 0; with the seed it fixes the masks
 */
export function antiRandomPair(specs: readonly TensorSpec[], seed: number, pair: number): [Mask, Mask] {
  const mask = Object.fromEntries(
    specs
      .filter(({ prunable }) => prunable)
      .map(({ name, shape }) => {
        const length = shape.reduce((product, size) => product * size, 1);
        return [name, randomMask(length, 0.5, createRandom(seed, 'mask', pair, name))];
      }),
  );
  return [mask, complementOf(mask)];
}
