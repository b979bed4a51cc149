import * as tf from '@tensorflow/tfjs';
import type { Architecture, NetworkShape } from './architecture.ts';

/** How many numbers of a network training learns: all but running statistics. */
export function learnedParameters(architecture: Architecture, shape: NetworkShape): number {
  const learned = architecture.tensors(shape).filter(({ role }) => role !== 'mean' && role !== 'variance');
  return learned.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape), 0);
}
