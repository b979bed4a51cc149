import type { Architecture } from '../architectures/architecture.ts';
import { findLayer } from '../architectures/find-layer.ts';
import { badInput } from '../errors/domain-error.ts';

/** A neuron whose activation a picture is to raise, times a weight; by a weight below 0 it is lowered. */
export interface Term {
  layer: string;
  /** From 0. */
  channel: number;
  weight: number;
  /** Where in the layer's map; the mean over the map without. */
  at?: Place;
}

/**
 * Column and row of a layer's map, from 0, as it is for the picture with its border; where one is left out, the middle,
 * ⌊width/2⌋ and ⌊height/2⌋ (Lucent).
 */
export interface Place {
  x?: number;
  y?: number;
}

/** What one picture is to raise: the sum of its terms. The first neuron has given the picture its address. */
export interface Objective {
  terms: readonly [Term, ...Term[]];
  /** Tells pictures of one neuron apart: each has a random stream of its own. */
  index?: number;
}

/** Refuses a term whose neuron the architecture doesn't have, or whose weight is no number. */
export function requireTerm(architecture: Architecture, { layer: name, channel, weight }: Term): void {
  const layer = findLayer(architecture, name);
  if (!Number.isInteger(channel) || channel < 0 || channel >= layer.channels)
    throw badInput(
      `Unknown neuron "${name}:${channel}": ${name} has ${layer.channels} channels (0–${layer.channels - 1}).`,
    );
  if (!Number.isFinite(weight))
    throw badInput(`${name}:${channel} has the weight ${weight}; it must be a number.`);
}
