import type { TensorSpec } from '../architectures/architecture.ts';
import { normEpsilon as defaultEpsilon } from '../networks/pass.ts';
import { type DeadFilters, findDeadFilters } from './find-dead-filters.ts';
import type { Mask } from './mask.ts';
import { type Channel, type ChannelAxis, mixChannels, type SpecifiedArray } from './mix-channels.ts';
import { type NamedArrays, requireArray } from './named-arrays.ts';
import { layerOf, type Wiring } from './wiring.ts';

export interface CompactNetwork {
  specs: TensorSpec[];
  weights: NamedArrays;
  /** Every layer that may be narrowed, in the order of the specs. */
  layers: Readonly<Record<string, NarrowLayer>>;
}

export interface NarrowLayer {
  /** Output channels now. */
  channels: number;
  /** The filters that remain, by their places before. */
  filters: number[];
  /** Whether one more filter stands behind them, for the constants that removed ones give. */
  constant: boolean;
}

/**
 * The smaller network that a masked one is worth: filters without incoming or outgoing weights are taken out, and the logits stay
 * the same but for rounding.
 *
 * Only layers whose readers read nothing else are narrowed: the inside of residual blocks. What leaves a block is added to a
 * shortcut channel by channel, and option A's shortcut has no weights that could rearrange channels; so a channel of the sum
 * could go only if the stem and every block of the stage had lost it. Filters pruned there stay, as zeros.
 *
 * A filter without weights still gives a constant: max(0, shift − scale·mean / √(variance + ε)), or max(0, bias). Where that is 0,
 * which `silenceNorms` ensures, nothing goes with it. Elsewhere the next convolution turns it into a picture that isn't constant,
 * since its padding is zero at the edges, so no bias could stand for it. But all constants of a layer are worth one: a filter of
 * zeros whose norm gives 1, read by what read them, weighted and summed. That filter is put last, and it is exact everywhere.
 *
 * @param weights what the mask prunes counts as zero
 * @param wiring with a ReLU between a layer and its readers, as everywhere here
 */
export function compactNetwork(
  specs: readonly TensorSpec[],
  weights: NamedArrays,
  mask: Mask,
  wiring: Wiring,
): CompactNetwork {
  const tensors = new Map(
    specs.map((spec) => [spec.name, { spec, values: masked(requireArray(weights, spec), mask[spec.name]) }]),
  );
  const layers: Record<string, NarrowLayer> = {};
  for (const dead of findDeadFilters(specs, mask, wiring)) {
    const layer = layerOf(dead.tensor);
    const readers = soleReaders(layer, wiring);
    if (readers.length > 0) layers[layer] = narrow(tensors, layer, readers, dead, wiring);
  }
  const compact = [...tensors.values()];
  return {
    specs: compact.map(({ spec }) => spec),
    weights: Object.fromEntries(compact.map(({ spec, values }) => [spec.name, values])),
    layers,
  };
}

type Tensors = Map<string, SpecifiedArray>;

function masked(values: Float32Array, bits: Uint8Array | undefined): Float32Array {
  return bits ? values.map((value, index) => (bits[index] ? value : 0)) : values;
}

/** The layers that read this one's channels, if they read no other's. */
function soleReaders(layer: string, { wires }: Wiring): string[] {
  const readers = wires.filter(({ from }) => from === layer).map(({ to }) => to);
  const alone = wires.every(
    ({ from, to, offset, bound }) => !readers.includes(to) || (from === layer && offset === 0 && !bound),
  );
  return alone ? readers : [];
}

function narrow(
  tensors: Tensors,
  layer: string,
  readers: string[],
  { filters: before, withoutIncoming, withoutOutgoing }: DeadFilters,
  wiring: Wiring,
): NarrowLayer {
  const norm = wiring.norms[layer];
  const unread = new Set(withoutOutgoing);
  const dead = new Set([...withoutIncoming, ...withoutOutgoing]);
  const filters = Array.from({ length: before }, (_, filter) => filter).filter((filter) => !dead.has(filter));
  const constants = withoutIncoming
    .filter((filter) => !unread.has(filter))
    .map((filter) => [filter, constantOf(tensors, layer, wiring, filter)] as const)
    .filter(([, value]) => value > 0);
  // No tensor has zero channels: of a layer that lost all of them one constant stays, which nothing need read.
  const constant = constants.length > 0 || filters.length === 0;
  const kept = filters.map((filter): Channel => ({ sum: [[filter, 1]] }));
  const withLast = (last: Channel) => (constant ? [...kept, last] : kept);
  const mix = (name: string, axis: ChannelAxis, last: Channel) => {
    const tensor = tensors.get(name);
    if (tensor) tensors.set(name, mixChannels(tensor, axis, withLast(last)));
  };
  const zero: Channel = { sum: [] };
  const one: Channel = { sum: [], plus: 1 };
  mix(`${layer}.weight`, 'out', zero);
  mix(`${layer}.bias`, 'out', one);
  if (norm) {
    mix(`${norm}.weight`, 'out', zero);
    mix(`${norm}.bias`, 'out', one);
    mix(`${norm}.running_mean`, 'out', zero);
    mix(`${norm}.running_var`, 'out', one);
  }
  for (const reader of readers) mix(`${reader}.weight`, 'in', { sum: constants });
  return { channels: withLast(zero).length, filters, constant };
}

/** What a filter of zeros gives behind its norm and ReLU. */
function constantOf(
  tensors: Tensors,
  layer: string,
  { norms, normEpsilon = defaultEpsilon }: Wiring,
  filter: number,
): number {
  const norm = norms[layer];
  const parameter = (name: string) => tensors.get(name)?.values[filter] ?? 0;
  const bias = parameter(`${layer}.bias`);
  if (!norm) return Math.max(0, bias);
  const deviation = Math.sqrt(parameter(`${norm}.running_var`) + normEpsilon);
  const centred = bias - parameter(`${norm}.running_mean`);
  return Math.max(0, parameter(`${norm}.bias`) + (parameter(`${norm}.weight`) * centred) / deviation);
}
