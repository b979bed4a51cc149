import * as tf from '@tensorflow/tfjs';
import type { Attributes } from './graph/node.ts';
import { traceBackendName } from './trace/kernels/register.ts';

/**
 * A value that a kernel of our own makes of the operands, once compiled; called without being compiled it is the value.
 * @param value a function of the operands alone
 */
export function withOwnKernel(
  kernel: Attributes['ownKernel']['kernel'],
  operands: readonly tf.Tensor[],
  value: tf.Tensor,
): tf.Tensor {
  if (tf.getBackend() !== traceBackendName) return value;
  const inputs = [value, ...operands] as unknown as tf.NamedTensorMap;
  return tf.engine().runKernel('OwnKernel', inputs, { kernel });
}
