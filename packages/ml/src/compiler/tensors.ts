import * as tf from '@tensorflow/tfjs';
import type { ConstantValues, DType } from './graph/node.ts';
import type { Tensors } from './program.ts';
import { flattenTree, mapTree } from './tensor-tree.ts';

export function cloneTensors(tensors: Tensors): Tensors {
  return mapTree<tf.Tensor, tf.Tensor>(tensors, (tensor) => tf.clone(tensor)) as Tensors;
}

export function disposeTensors(tensors: Tensors): void {
  tf.dispose([...flattenTree<tf.Tensor>(tensors).values()]);
}

const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array } as const;

/**
 * A tensor's values in the array of its type; not a copy where the backend holds just that. The cpu backend casts whole
 * numbers to float32 by calling them so.
 */
export function readValues(tensor: tf.Tensor): ConstantValues {
  const values = tensor.dataSync();
  const wanted = arrays[tensor.dtype as DType];
  return values instanceof wanted ? values : wanted.from(values);
}
