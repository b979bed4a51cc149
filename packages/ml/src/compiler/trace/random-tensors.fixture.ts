import * as tf from '@tensorflow/tfjs';
import { createRandom } from '../../random/random.ts';

export type DrawTensor = <R extends tf.Rank>(...shape: number[]) => tf.Tensor<R>;

/** Draws tensors of normal values from a stream of their own. */
export function drawNormals(seed: string | number): DrawTensor {
  const random = createRandom(seed);
  return <R extends tf.Rank>(...shape: number[]) =>
    tf.tensor<R>(
      Float32Array.from({ length: tf.util.sizeFromShape(shape) }, random.normal),
      shape as tf.ShapeMap[R],
    );
}
