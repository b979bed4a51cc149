import type * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { findLayer } from '../architectures/find-layer.ts';
import type { Pass } from './pass.ts';

/** Runs a network up to a layer and no further: → [batch, height, width, channels]. */
export function computeActivation(
  architecture: Architecture,
  pass: Pass,
  images: tf.Tensor4D,
  layer: string,
): tf.Tensor4D {
  return computeActivations(architecture, pass, images, [layer])[layer]!;
}

/** Runs a network up to the last of some layers and no further: each one's activation, by name. */
export function computeActivations(
  architecture: Architecture,
  pass: Pass,
  images: tf.Tensor4D,
  layers: readonly string[],
): Record<string, tf.Tensor4D> {
  const wanted = new Set(layers.map((layer) => findLayer(architecture, layer).name));
  const found: Record<string, tf.Tensor4D> = {};
  let reached = 0;
  for (const activation of architecture.forward(pass, images)) {
    const { name } = architecture.layers[reached++]!;
    if (wanted.delete(name)) found[name] = activation;
    if (wanted.size === 0) return found;
  }
  throw new Error(`${architecture.name} ends before its layers ${[...wanted].join(', ')}`);
}
