import * as tf from '@tensorflow/tfjs';
import type { TensorData } from '../src/checkpoints/tensor-data.ts';
import { badInput } from '../src/errors/domain-error.ts';
import type { FixtureFolder } from './fixture-folder.ts';

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

/** The values of a tensor that is laid out anew. */
export async function valuesOf(
  tensor: TensorData,
  layOut: (tensor: TensorData) => tf.Tensor,
): Promise<Float32Array> {
  const laidOut = tf.tidy(() => layOut(tensor));
  const values = await laidOut.data<'float32'>();
  laidOut.dispose();
  return values;
}
