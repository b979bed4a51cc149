import type { Architecture, TensorSpec } from '../architectures/architecture.ts';
import { disposeWeights, type Weights } from '../networks/pass.ts';
import { readArrays } from '../networks/read-arrays.ts';
import { tensorsOf } from '../networks/weight-values.ts';
import { compactNetwork } from './compact-network.ts';
import type { Mask } from './mask.ts';
import { channelsOf, layerOf } from './wiring.ts';

export interface CompactWeights {
  /** New tensors, which the architecture's forward pass takes as it takes those before. */
  weights: Weights;
  /** The layers that are narrower now, with their filters before and now: `layer1.0.conv1 16 → 9`. */
  narrowed: string[];
}

/** The weights of the smaller network that a masked one is worth, as `compactNetwork` makes it, of an architecture that tells its wiring. Takes over the weights. */
export async function compactWeights(
  { wiring }: Architecture,
  specs: readonly TensorSpec[],
  weights: Weights,
  mask: Mask,
): Promise<CompactWeights> {
  const compact = compactNetwork(specs, await readArrays(weights), mask, wiring!(specs));
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
