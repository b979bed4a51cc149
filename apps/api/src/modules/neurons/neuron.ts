import { formatNeuronRef, type Layer, type Model } from '@kindred/core';
import type { PagePictures } from './page-pictures.ts';

/** A channel of a layer in one model: what the graph's Neuron is resolved from. */
export interface Neuron {
  model: Model;
  layer: Layer;
  /** From 0. */
  channel: number;
  /** Those of its page, where they were found together. */
  pictures?: PagePictures;
}

/** `stage2.block0:17` */
export function addressOf({ layer, channel }: Neuron): string {
  return formatNeuronRef({ layer: layer.name, channel });
}
