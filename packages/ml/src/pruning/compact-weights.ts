import type { Architecture, TensorSpec } from '../architectures/architecture.ts';
import { disposeWeights, type Weights } from '../networks/pass.ts';
import { readArrays } from '../networks/read-arrays.ts';
import { tensorsOf } from '../networks/weight-values.ts';
import { compactNetwork } from './compact-network.ts';
import type { Mask } from './mask.ts';
import { channelsOf, layerOf } from './wiring.ts';

export interface CompactWeights {
  /** New tensors, for the same forward pass. */
  weights: Weights;
  /** The layers that are narrower now, with their filters before and now: `layer1.0.conv1 16 → 9`. */
  narrowed: string[];
}

/**
 * The weights of the smaller network that a masked one is worth, as `compactNetwork` makes it. Takes over the weights.
 * @param architecture that tells its wiring, and whose forward pass doesn't ask how wide its inner layers are
 */
export async function compactWeights(
  architecture: Pick<Architecture, 'wiring'>,
  specs: readonly TensorSpec[],
  weights: Weights,
  mask: Mask,
): Promise<CompactWeights> {
  const compact = compactNetwork(specs, await readArrays(weights), mask, architecture.wiring!(specs));
  disposeWeights(weights);
  const before = new Map(specs.map((spec) => [layerOf(spec.name), channelsOf(spec).channelsOut]));
  return {
    weights: tensorsOf(
      compact.specs.map((spec) => compact.weights[spec.name]!),
      compact.specs,
    ),
    narrowed: Object.entries(compact.layers)
      .filter(([layer, { channels }]) => channels < before.get(layer)!)
      .map(([layer, { channels }]) => `${layer} ${before.get(layer)} → ${channels}`),
  };
}
