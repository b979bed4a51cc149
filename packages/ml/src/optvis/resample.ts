import * as tf from '@tensorflow/tfjs';
import { withOwnKernel } from '../compiler/own-kernel.ts';

/**
 * Bilinear resampling of each picture by a map of its own, which tells where in the source a pixel of the result comes from;
 * what comes from outside is zero. Gathers, since tfjs has no gradient for its own transforms; compiled, pictures of three
 * channels are resampled by a kernel of ours.
 * @param images [pictures, height, width, channels]
 * @param maps [pictures, 3, 2]: what a pixel to the right, a pixel down and the first pixel add to x and y in the source
 */
export function resample(images: tf.Tensor4D, maps: tf.Tensor3D): tf.Tensor4D {
  const resampled = tf.customGrad((...args) => {
    const [images, save] = args as unknown as [tf.Tensor4D, tf.GradSaveFunc];
    const { rows, shares } = neighbours(maps, images.shape);
    save([rows, shares]);
    return {
      value: compiled('resample', [images, maps], mixture(images, rows, shares)),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [rows, shares] = saved as [tf.Tensor1D, tf.Tensor1D];
        return compiled('resampleGradient', [dy, maps], mixtureGradient(dy as tf.Tensor4D, rows, shares));
      },
    };
  });
  return resampled(images) as tf.Tensor4D;
}

/** The kernel is for three floats a pixel. */
function compiled(...[kernel, operands, value]: Parameters<typeof withOwnKernel>): tf.Tensor {
  return value.shape[3] === 3 ? withOwnKernel(kernel, operands, value) : value;
}

/** Each pixel of a mixture is the sum of its four neighbours, by their shares. */
function mixture(images: tf.Tensor4D, rows: tf.Tensor1D, shares: tf.Tensor1D): tf.Tensor4D {
  const channels = images.shape[3];
  const pixels = images.size / channels;
  const gathered = tf.gather(tf.reshape(images, [pixels, channels]), rows);
  const weighted = tf.mul(gathered, spread(shares, channels));
  return tf.reshape(tf.sum(tf.reshape(weighted, [4, pixels, channels]), 0), images.shape);
}

/** Each neighbour takes its share of what the pixel was given. */
function mixtureGradient(dy: tf.Tensor4D, rows: tf.Tensor1D, shares: tf.Tensor1D): tf.Tensor4D {
  const channels = dy.shape[3];
  const pixels = dy.size / channels;
  const four = tf.tile(tf.reshape(dy, [pixels, channels]), [4, 1]);
  const weighted = tf.mul(four, spread(shares, channels));
  return tf.reshape(tf.unsortedSegmentSum(weighted, rows, pixels), dy.shape);
}

/** A product spreads the shares over the channels: broadcasting over so few is slow. */
function spread(shares: tf.Tensor1D, channels: number): tf.Tensor2D {
  return tf.matMul(tf.reshape(shares, [-1, 1]), tf.ones<tf.Rank.R2>([1, channels]));
}

/**
 * The four neighbours that each pixel is mixed from, as rows of a batch's flattened pixels, and their shares, zero outside of
 * the picture: both [4 · pictures · height · width].
 */
function neighbours(
  maps: tf.Tensor3D,
  [pictures, height, width]: tf.Tensor4D['shape'],
): { rows: tf.Tensor1D; shares: tf.Tensor1D } {
  const [right, down] = [counting(width, [1, 1, -1]), counting(height, [1, -1, 1])];
  const part = (step: number, axis: number) => tf.slice(maps, [0, step, axis], [-1, 1, 1]);
  const placesAlong = (axis: number) =>
    tf.add(tf.mul(part(0, axis), right), tf.add(tf.mul(part(1, axis), down), part(2, axis)));
  const columns = neighboursAlong(placesAlong(0), width);
  const rows = neighboursAlong(placesAlong(1), height);
  const first = tf.mul(tf.cast(counting(pictures, [-1, 1, 1]), 'int32'), tf.scalar(height, 'int32'));
  const four = rows.flatMap((row) =>
    columns.map((column) => ({
      at: tf.add(tf.mul(tf.add(first, row.at), tf.scalar(width, 'int32')), column.at),
      share: tf.mul(column.share, row.share),
    })),
  );
  const flat = (tensors: tf.Tensor[]) => tf.concat(tensors.map((tensor) => tf.reshape(tensor, [-1])));
  return {
    rows: flat(four.map(({ at }) => at)) as tf.Tensor1D,
    shares: flat(four.map(({ share }) => share)) as tf.Tensor1D,
  };
}

/** The two whole numbers around each place of an axis that is so long, moved onto it, and what each has a share of. */
function neighboursAlong(places: tf.Tensor, length: number): { at: tf.Tensor; share: tf.Tensor }[] {
  const before = tf.floor(places);
  return [before, tf.add(before, 1)].map((neighbour) => {
    const at = tf.clipByValue(neighbour, 0, length - 1);
    const isInside = tf.cast(tf.equal(at, neighbour), 'float32');
    const share = tf.mul(tf.sub(1, tf.abs(tf.sub(places, neighbour))), isInside);
    return { at: tf.cast(at, 'int32'), share };
  });
}

/** 0, 1, 2, … of that shape. */
function counting(length: number, shape: number[]): tf.Tensor {
  return tf.reshape(tf.range(0, length), shape);
}
