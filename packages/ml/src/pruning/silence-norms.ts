import type { TensorSpec } from '../architectures/architecture.ts';
import { filtersKept } from './filters-kept.ts';
import type { Mask } from './mask.ts';
import { channelsOf, layerOf, type Wiring } from './wiring.ts';

/**
 * A mask that also prunes scale and shift of the norm of every filter that it prunes whole, so that the filter gives exactly zero,
 * through tuning too. Without that, as in the first PAT code, such a filter still gives its norm's shift, which is tuned.
 */
export function silenceNorms(mask: Mask, specs: readonly TensorSpec[], { norms }: Wiring): Mask {
  const silenced: Record<string, Uint8Array> = { ...mask };
  for (const spec of specs) {
    const norm = norms[layerOf(spec.name)];
    const bits = mask[spec.name];
    if (!norm || !bits) continue;
    const kept = filtersKept(bits, channelsOf(spec).channelsOut);
    for (const vector of ['weight', 'bias']) silenced[`${norm}.${vector}`] = kept;
  }
  return silenced;
}
