import type { TensorSpec } from '../architectures/architecture.ts';
import { badInput } from '../errors/domain-error.ts';
import { findSilentLayers } from './find-silent-layers.ts';
import type { Mask } from './mask.ts';
import { reportLayers } from './report-layers.ts';
import { layerOf, type Wiring } from './wiring.ts';

/**
 * Refuses a mask that leaves no path from the image to the classes: such a network answers every image alike, and no training
 * mends it. A layer that collapsed beside a shortcut is no such cut.
 * @param name whose mask it is, for the message
 */
export function requirePath(
  name: string,
  specs: readonly TensorSpec[],
  mask: Mask,
  wiring: Pick<Wiring, 'wires'>,
): void {
  const silent = findSilentLayers(specs, mask, wiring);
  const classifier = specs.findLast(({ role }) => role === 'linear' || role === 'convolution')!;
  if (!silent.includes(layerOf(classifier.name))) return;
  const collapsed = reportLayers(mask).collapsed.map(
    ({ tensor, weights }) => `nothing is left of ${layerOf(tensor)} (${weights} weights)`,
  );
  const reasons = collapsed.length > 0 ? collapsed : [`nothing of the image passes ${silent[0]}`];
  throw badInput(
    `${name} would keep no path from the image to the classes: ${reasons.join(', ')}. Take the scope layer or a lower sparsity.`,
  );
}
