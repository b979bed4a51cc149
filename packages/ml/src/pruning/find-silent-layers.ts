import type { TensorSpec } from '../architectures/architecture.ts';
import type { Mask } from './mask.ts';
import { channelsOf, layerOf, type Wiring } from './wiring.ts';

/**
 * The layers that nothing of the image passes through, from the input on: none of their filters has a weight left for a channel
 * that carries any of it. If the classifier is among them, no path is left.
 */
export function findSilentLayers(
  specs: readonly TensorSpec[],
  mask: Mask,
  { wires }: Pick<Wiring, 'wires'>,
): string[] {
  /** By layer, [out]: 1 for a filter that carries something of the image. */
  const carried = new Map<string, Uint8Array>();
  for (const spec of specs) {
    if (spec.role !== 'convolution' && spec.role !== 'linear') continue;
    const layer = layerOf(spec.name);
    const incoming = wires.filter(({ to }) => to === layer);
    const heard = new Uint8Array(channelsOf(spec).channelsIn).fill(incoming.length === 0 ? 1 : 0);
    for (const { from, offset } of incoming)
      carried.get(from)!.forEach((carries, filter) => {
        heard[filter + offset]! |= carries;
      });
    carried.set(layer, filtersCarrying(spec, mask[spec.name], heard));
  }
  return [...carried].filter(([, filters]) => !filters.includes(1)).map(([layer]) => layer);
}

/** [out]; a tensor that isn't masked has all of its weights. */
function filtersCarrying(spec: TensorSpec, bits: Uint8Array | undefined, heard: Uint8Array): Uint8Array {
  const { channelsIn, channelsOut } = channelsOf(spec);
  if (!bits) return new Uint8Array(channelsOut).fill(heard.includes(1) ? 1 : 0);
  const carrying = new Uint8Array(channelsOut);
  for (let index = 0; index < bits.length; index++)
    carrying[index % channelsOut]! |= bits[index]! & heard[Math.floor(index / channelsOut) % channelsIn]!;
  return carrying;
}
