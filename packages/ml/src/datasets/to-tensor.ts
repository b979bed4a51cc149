import * as tf from '@tensorflow/tfjs';
import type { Dataset, ImageSet } from './dataset.ts';

type Normalization = Pick<Dataset, 'height' | 'width' | 'channels' | 'mean' | 'std'>;

/** Images `from` … `to` − 1 → normalised [batch, height, width, channels]. */
export function toTensor(set: ImageSet, from: number, to: number, data: Normalization): tf.Tensor4D {
  const { height, width, channels, mean, std } = data;
  const size = height * width * channels;
  const pixels = set.images.subarray(from * size, to * size);
  const scale = std.map((deviation) => 1 / (255 * deviation));
  const shift = mean.map((value, channel) => -value / std[channel]!);
  const values = Float32Array.from(pixels, (pixel, index) => {
    const channel = index % channels;
    return pixel * scale[channel]! + shift[channel]!;
  });
  return tf.tensor4d(values, [to - from, height, width, channels]);
}
