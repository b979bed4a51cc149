import type { TensorSpec } from '../architectures/architecture.ts';
import { sizeOf } from '../checkpoints/tensor-data.ts';
import { badInput } from '../errors/domain-error.ts';
import { createRandom } from '../random/random.ts';
import { keepOnly } from './keep-places.ts';
import type { Mask } from './mask.ts';

/**
 * A random mask to train a sparse network from its first step (the Erdős–Rényi kernel of Evci et al., 2020): a tensor's density
 * goes with the sum of its sides over their product, so small layers stay fuller; those that would need more than all
 * of their weights are dense.
 * @param density share of the prunable weights that is kept, above 0 and below 1
 * @param key with the tensor's name it fixes what is kept
 */
export function erdosRenyiKernel(
  specs: readonly TensorSpec[],
  density: number,
  seed: number,
  key: string,
): Mask {
  const tensors = specs.filter(({ prunable }) => prunable);
  const densities = kernelDensities(tensors, density);
  return Object.fromEntries(
    tensors.map(({ name, shape }, index) => {
      const size = sizeOf(shape);
      const order = createRandom(seed, 'mask', key, name).permutation(size);
      return [name, keepOnly(order.subarray(0, Math.round(densities[index]! * size)), size)];
    }),
  );
}

/** A density each, which keep the wanted share of all weights together. */
function kernelDensities(tensors: readonly TensorSpec[], density: number): number[] {
  if (!(density > 0 && density < 1))
    throw badInput(`A density of ${density} is no share to keep: it must lie above 0 and below 1.`);
  const sizes = tensors.map(({ shape }) => sizeOf(shape));
  const raw = tensors.map(({ shape }, index) => shape.reduce((sum, side) => sum + side, 0) / sizes[index]!);
  const wanted = density * sizes.reduce((sum, size) => sum + size, 0);
  const dense = new Set<number>();
  for (;;) {
    let [left, weighed] = [wanted, 0];
    for (const [index, size] of sizes.entries()) {
      if (dense.has(index)) left -= size;
      else weighed += raw[index]! * size;
    }
    const densities = raw.map((value, index) => (dense.has(index) ? 1 : (value * left) / weighed));
    const full = densities.flatMap((value, index) => (value > 1 ? [index] : []));
    if (full.length === 0) return densities;
    for (const index of full) dense.add(index);
  }
}
