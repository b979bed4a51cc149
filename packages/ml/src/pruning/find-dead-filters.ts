import type { TensorSpec } from '../architectures/architecture.ts';
import { filtersKept } from './filters-kept.ts';
import type { Mask } from './mask.ts';
import { channelsOf, layerOf, type Wiring } from './wiring.ts';

export interface DeadFilters {
  tensor: string;
  filters: number;
  /** Filters with no weight left: whatever comes in, they give their norm's constant. */
  withoutIncoming: number[];
  /** Filters that no kept weight of another layer reads: nothing that they give arrives. */
  withoutOutgoing: number[];
}

/**
 * The filters that a mask cuts off, tensor by tensor. A filter that writes into a residual sum is read as long as one later layer
 * reads that channel, and the classifier, which no mask prunes, reads them all.
 */
export function findDeadFilters(
  specs: readonly TensorSpec[],
  mask: Mask,
  { wires }: Pick<Wiring, 'wires'>,
): DeadFilters[] {
  const reads = new Map(
    specs
      .filter(({ name }) => wires.some(({ to }) => to === layerOf(name)))
      .map((spec) => [layerOf(spec.name), channelsRead(spec, mask[spec.name])]),
  );
  return specs
    .filter(({ name, role }) => mask[name] && (role === 'convolution' || role === 'linear'))
    .map((spec) => {
      const outgoing = wires.filter(({ from }) => from === layerOf(spec.name));
      const written = filtersKept(mask[spec.name]!, channelsOf(spec).channelsOut);
      const filters = Array.from(written, (_, filter) => filter);
      return {
        tensor: spec.name,
        filters: filters.length,
        withoutIncoming: filters.filter((filter) => !written[filter]),
        withoutOutgoing: filters.filter(
          (filter) =>
            outgoing.length > 0 && !outgoing.some(({ to, offset }) => reads.get(to)?.[filter + offset]),
        ),
      };
    });
}

/** [in], whether any filter has a weight left for the channel; of a tensor that isn't masked, all. */
function channelsRead(spec: TensorSpec, bits: Uint8Array | undefined): boolean[] {
  const { channelsIn, channelsOut } = channelsOf(spec);
  const read = new Array<boolean>(channelsIn).fill(!bits);
  for (let index = 0; index < (bits?.length ?? 0); index++)
    if (bits![index]) read[Math.floor(index / channelsOut) % channelsIn] = true;
  return read;
}
