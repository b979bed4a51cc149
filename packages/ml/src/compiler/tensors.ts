import * as tf from '@tensorflow/tfjs';
import type { Tensors } from './program.ts';
import { flattenTree, mapTree } from './tensor-tree.ts';

export function cloneTensors(tensors: Tensors): Tensors {
  return mapTree<tf.Tensor, tf.Tensor>(tensors, (tensor) => tf.clone(tensor)) as Tensors;
}

export function disposeTensors(tensors: Tensors): void {
  tf.dispose([...flattenTree<tf.Tensor>(tensors).values()]);
}
