import type * as tf from '@tensorflow/tfjs';
import { trace } from '../compiler/trace/trace.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Weights } from '../networks/pass.ts';
import type { Architecture, NetworkShape } from './architecture.ts';

/**
 * The shape of each layer's activation, and at last that of the logits, for pictures of their real size: the network is
 * traced and nothing is computed.
 */
export function tracedShapes(
  architecture: Architecture,
  network: NetworkShape,
  [batch, height, width]: readonly [number, number, number],
): (readonly number[])[] {
  const dtype = 'float32';
  const specs = architecture.tensors(network).map(({ name, shape }) => [name, { shape, dtype }] as const);
  const images = { shape: [batch, height, width, network.channels], dtype };
  const { outputs } = trace(activations, { weights: Object.fromEntries(specs), images });
  return [...outputs.values()].map(({ shape }) => shape);

  function activations(inputs: { weights: Weights; images: tf.Tensor4D }): tf.Tensor[] {
    const layers = architecture.forward(inferencePass(inputs.weights), inputs.images);
    const tensors: tf.Tensor[] = [];
    for (let next = layers.next(); ; next = layers.next()) {
      tensors.push(next.value);
      if (next.done) return tensors;
    }
  }
}
