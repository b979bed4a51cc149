import * as tf from '@tensorflow/tfjs';
import type { DType } from '../graph/node.ts';
import type { Tensors } from '../program.ts';
import { flattenTree } from '../tensor-tree.ts';
import { readValues } from '../tensors.ts';
import type { Feeds, Values } from './messages.ts';

/** Tensors of a backend that holds plain arrays, by path, for the session thread; nothing is copied yet. */
export function valuesOf(tensors: Tensors): Feeds {
  const leaves = [...flattenTree<tf.Tensor>(tensors)];
  return Object.fromEntries(
    leaves.map(([path, tensor]) => [
      path,
      { type: tensor.dtype as DType, dims: tensor.shape, data: readValues(tensor) },
    ]),
  );
}

export function tensorOf({ type, dims, data }: Values): tf.Tensor {
  return tf.tensor(data, dims as number[], type);
}

export function bytesOf(feeds: Feeds): number {
  return Object.values(feeds).reduce((sum, { data }) => sum + data.byteLength, 0);
}
