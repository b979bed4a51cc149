import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '../architectures/architecture.ts';
import { createRandom, type Random } from '../random/random.ts';
import type { Weights } from './pass.ts';

/**
 * Fresh weights: He et al.'s normal for convolutions (fan-out), PyTorch's uniform for linear layers, identity norms,
 * signs at random.
 * @param stream tells apart the networks of one seed, by default none
 */
export function initializeWeights(
  specs: readonly TensorSpec[],
  seed: number,
  stream: readonly string[] = [],
): Weights {
  return Object.fromEntries(
    specs.map((spec) => [
      spec.name,
      tf.tensor(initialValues(spec, createRandom(seed, 'weights', ...stream, spec.name)), spec.shape),
    ]),
  );
}

function initialValues({ role, shape }: TensorSpec, random: Random): Float32Array {
  const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
  switch (role) {
    case 'convolution': {
      const [height, width, , channelsOut] = shape as [number, number, number, number];
      const deviation = Math.sqrt(2 / (height * width * channelsOut));
      return values.map(() => deviation * random.normal());
    }
    case 'linear': {
      const bound = 1 / Math.sqrt(shape[0]!);
      return values.map(() => bound * (2 * random.uniform() - 1));
    }
    case 'sign':
      return values.map(() => 2 * random.integer(2) - 1);
    case 'scale':
    case 'variance':
      return values.fill(1);
    case 'bias':
    case 'shift':
    case 'mean':
      return values;
  }
}
