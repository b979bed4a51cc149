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
  // Float32Array.from takes ten times as long, on a processor that the engine wants.
  const values = new Float32Array(pixels.length);
  for (let pixel = 0; pixel < pixels.length; pixel += channels) {
    for (let channel = 0; channel < channels; channel++) {
      values[pixel + channel] = pixels[pixel + channel]! * scale[channel]! + shift[channel]!;
    }
  }
  return tf.tensor4d(values, [to - from, height, width, channels]);
}

/** One image as [1, height, width, channels] in [0, 1], as networks that look at pictures want it before normalisation. */
export function pictureTensor(
  { images }: ImageSet,
  { height, width, channels }: Pick<Dataset, 'height' | 'width' | 'channels'>,
): tf.Tensor4D {
  return tf.tensor4d(
    Float32Array.from(images, (pixel) => pixel / 255),
    [1, height, width, channels],
  );
}
