import * as tf from '@tensorflow/tfjs';
import { createRandom } from '../src/random/random.ts';

/**
 * A gradient jumps where a ReLU's input passes zero or two of a pool's inputs are equal, and of millions of inputs some lie
 * nearer to that than float32 can tell. So where a gradient is off, it is asked for at points beside the fixture's, one unit
 * of rounding away; point 0 is the fixture's own. PyTorch itself comes back to its own fixture at about half of such points only, and
 * the plain backend, which adds up in float64, at the tenth: a gradient that is wrong is so at all of them.
 */
export const points = 32;
const rounding = 2 ** -23;

/** The tensor at one of the points. */
export function beside<T extends tf.Tensor>(tensor: T, point: number): T {
  if (point === 0) return tf.clone(tensor);
  const random = createRandom('rounding', point);
  const factors = Float32Array.from({ length: tensor.size }, () => 1 + rounding * random.normal());
  return tf.tidy(() => tf.mul(tensor, tf.tensor(factors, tensor.shape)));
}
