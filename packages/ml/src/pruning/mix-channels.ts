import type { TensorSpec } from '../architectures/architecture.ts';

/** A tensor's values with its datasheet. */
export interface SpecifiedArray {
  spec: TensorSpec;
  values: Float32Array;
}

/** A new channel: Σ factor · the old channel `from`, and a number. */
export interface Channel {
  sum: readonly (readonly [from: number, factor: number])[];
  plus?: number;
}

/** The last axis of a tensor are its output channels, the one before its input channels. */
export type ChannelAxis = 'in' | 'out';

/** A tensor with other channels along one axis, each made from the old ones. */
export function mixChannels(
  { spec, values }: SpecifiedArray,
  axis: ChannelAxis,
  channels: readonly Channel[],
): SpecifiedArray {
  const place = spec.shape.length - (axis === 'out' ? 1 : 2);
  const shape = spec.shape.with(place, channels.length);
  const old = spec.shape[place]!;
  const inner = axis === 'out' ? 1 : spec.shape.at(-1)!;
  const mixed = new Float32Array((values.length / old) * channels.length);
  for (let index = 0; index < mixed.length; index++) {
    const { sum, plus = 0 } = channels[Math.floor(index / inner) % channels.length]!;
    const row = Math.floor(index / (inner * channels.length)) * old;
    let value = plus;
    for (const [from, factor] of sum) value += factor * values[(row + from) * inner + (index % inner)]!;
    mixed[index] = value;
  }
  return { spec: { ...spec, shape }, values: mixed };
}
