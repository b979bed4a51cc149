import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { type ClassLabels, type Dataset, type ImageSet, selectImages } from '../datasets/dataset.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import type { Random } from '../random/random.ts';

/**
 * A batch as a network takes it: normalised images and one-hot labels, one for each member where members share the network.
 * @param random mixes the images where each member looks at one of its own
 */
export function batchTensors(
  batch: ImageSet,
  { architecture: { sharing }, data }: { architecture: Architecture; data: Dataset },
  random: Random,
): { images: tf.Tensor4D; labels: tf.Tensor2D } {
  if (sharing?.inputs !== 'own') {
    const labels = labelsBeside(new Array(sharing?.members ?? 1).fill(batch.labels));
    return { images: toTensor(batch, 0, batch.count, data), labels: oneHot(labels, data) };
  }
  const rows = batch.count * sharing.repetitions;
  const inputs = Array.from({ length: sharing.members }, () => {
    const places = random.permutation(rows).map((row) => row % batch.count);
    return selectImages(batch, places);
  });
  return {
    images: toTensor(imagesBeside(inputs, data.channels), 0, rows, repeated(data, sharing.members)),
    labels: oneHot(labelsBeside(inputs.map(({ labels }) => labels)), data),
  };
}

/** As many images as each has, the channels of all side by side. */
function imagesBeside(inputs: readonly ImageSet[], channels: number): ImageSet {
  const [{ count, images: first, labels }] = inputs as [ImageSet];
  const images = new Uint8Array(inputs.length * first.length);
  for (const [input, { images: own }] of inputs.entries()) {
    for (let value = 0; value < own.length; value++) {
      const pixel = Math.floor(value / channels);
      images[(pixel * inputs.length + input) * channels + (value % channels)] = own[value]!;
    }
  }
  return { images, labels, count };
}

/** The normalisation of so many images side by side. */
function repeated(data: Dataset, times: number): Dataset {
  const repeat = <T>(values: readonly T[]): T[] => Array.from({ length: times }, () => values).flat();
  return { ...data, channels: times * data.channels, mean: repeat(data.mean), std: repeat(data.std) };
}

/** [members][rows] → [rows · members], those of a row beside each other. */
function labelsBeside(ofMembers: readonly ClassLabels[]): Int32Array {
  const members = ofMembers.length;
  return Int32Array.from(
    { length: ofMembers[0]!.length * members },
    (_, index) => ofMembers[index % members]![Math.floor(index / members)]!,
  );
}

function oneHot(labels: Int32Array, { classes }: Dataset): tf.Tensor2D {
  return tf.oneHot(tf.tensor1d(labels, 'int32'), classes) as tf.Tensor2D;
}
