import type { Layer } from '../architectures/layer.entity.ts';
import { sha256 } from '../artifacts/sha256.ts';
import type { NeuronRef } from '../neurons/neuron-ref.ts';

/**
 * `count` neurons of each layer, or all where there are fewer, by layer and channel. The seed chooses: channels rank by the
 * SHA-256 of `seed/layer/channel`, so that any language chooses the same.
 */
export function chooseNeurons(
  layers: readonly Pick<Layer, 'name' | 'channels'>[],
  count: number,
  seed: number,
): NeuronRef[] {
  return layers.flatMap(({ name, channels }) =>
    Array.from({ length: channels }, (_, channel) => ({ channel, rank: rank(seed, name, channel) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, count)
      .map(({ channel }) => ({ layer: name, channel }))
      .sort((a, b) => a.channel - b.channel),
  );
}

function rank(seed: number, layer: string, channel: number): string {
  return sha256(`${seed}/${layer}/${channel}`);
}
