import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { type Dataset, type ImageSet, selectImages } from '../datasets/dataset.ts';
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
  if (sharing?.inputs === 'own') {
    const { members, repetitions } = sharing;
    const rows = batch.count * repetitions;
    const inputs = Array.from({ length: members }, () =>
      selectImages(
        batch,
        random.permutation(rows).map((row) => row % batch.count),
      ),
    );
    const labels = labelsBeside(
      inputs.map((input) => input.labels),
      rows,
    );
    const images = tf.concat(
      inputs.map((input) => toTensor(input, 0, rows, data)),
      3,
    );
    return { images, labels: oneHot(labels, data) };
  }
  const labels = labelsBeside(new Array(sharing?.members ?? 1).fill(batch.labels), batch.count);
  return { images: toTensor(batch, 0, batch.count, data), labels: oneHot(labels, data) };
}

/** [members][rows] → [rows · members], those of a row beside each other. */
function labelsBeside(ofMembers: readonly Uint8Array[], rows: number): Int32Array {
  const members = ofMembers.length;
  return Int32Array.from(
    { length: rows * members },
    (_, index) => ofMembers[index % members]![Math.floor(index / members)]!,
  );
}

function oneHot(labels: Int32Array, { classes }: Dataset): tf.Tensor2D {
  return tf.oneHot(tf.tensor1d(labels, 'int32'), classes) as tf.Tensor2D;
}
