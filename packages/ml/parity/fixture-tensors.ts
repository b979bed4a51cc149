import * as tf from '@tensorflow/tfjs';
import type { TensorData } from '../src/checkpoints/tensor-data.ts';
import { badInput } from '../src/errors/domain-error.ts';
import type { FixtureFolder } from './fixture-folder.ts';
import { relativeErrors } from './relative-errors.ts';

/** The tensors of a fixture's file, each of which must be there. */
export function openTensors(folder: FixtureFolder, file: unknown): (name: string) => TensorData {
  if (typeof file !== 'string') throw badInput(`A fixture must name its file; ${JSON.stringify(file)} came.`);
  const { tensors } = folder.tensors(file);
  return (name) => {
    const tensor = tensors.get(name);
    if (!tensor) throw badInput(`${file} lacks the tensor "${name}".`);
    return tensor;
  };
}

/** PyTorch's [..., channels, height, width] → [..., height, width, channels] */
export function channelsLast({ data, shape }: TensorData): tf.Tensor {
  const [...axes] = shape.keys();
  const [channels, height, width] = axes.splice(-3) as [number, number, number];
  const planes = tf.tensor(Float32Array.from(data as Float32Array), [...shape]);
  return tf.transpose(planes, [...axes, height, width, channels]);
}

/** Of ours, channels last, beside PyTorch's: each value's distance as a share of the largest wanted. */
export async function errorsOf(came: tf.Tensor, wanted: TensorData): Promise<number[]> {
  const reference = tf.tidy(() => channelsLast(wanted));
  const errors = relativeErrors(await came.data(), await reference.data());
  reference.dispose();
  return errors;
}
