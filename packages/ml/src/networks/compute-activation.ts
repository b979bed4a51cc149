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
  const wanted = architecture.layers.indexOf(findLayer(architecture, layer));
  let reached = 0;
  for (const activation of architecture.forward(pass, images)) {
    if (reached++ === wanted) return activation;
  }
  throw new Error(`${architecture.name} ends before its layer ${layer}`);
}
