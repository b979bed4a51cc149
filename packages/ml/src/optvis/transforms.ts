import * as tf from '@tensorflow/tfjs';
import type { Random } from '../random/random.ts';

/** One of a preset's random transforms and what it draws from; a jitter shifts by 0 … pixels − 1 to the right and down. */
export type Transform =
  | { kind: 'jitter'; pixels: number }
  | { kind: 'scale'; factors: readonly number[] }
  | { kind: 'rotate'; degrees: readonly number[] };

/** Where each pixel of a transformed picture comes from: x and y in the source, as affine functions of x and y. */
export type Source = (x: number, y: number) => [number, number];

/** The source of a picture that goes through all transforms in turn, sampled once. */
export function drawSources(transforms: readonly Transform[], size: number, random: Random): Source {
  const sources = transforms.map((transform) => drawSource(transform, size, random));
  return (x, y) => sources.reduceRight<[number, number]>(([x, y], source) => source(x, y), [x, y]);
}

/** Draws one picture's transform. Scaling and rotation keep the picture's centre and size; what comes from outside is zero. */
function drawSource(transform: Transform, size: number, random: Random): Source {
  const centre = (size - 1) / 2;
  switch (transform.kind) {
    case 'jitter': {
      const across = random.integer(transform.pixels);
      const down = random.integer(transform.pixels);
      return (x, y) => [x - across, y - down];
    }
    case 'scale': {
      const factor = pick(transform.factors, random);
      return (x, y) => [centre + (x - centre) / factor, centre + (y - centre) / factor];
    }
    case 'rotate': {
      const radians = (pick(transform.degrees, random) * Math.PI) / 180;
      const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
      return (x, y) => [
        centre + cos * (x - centre) - sin * (y - centre),
        centre + sin * (x - centre) + cos * (y - centre),
      ];
    }
  }
}

function pick(values: readonly number[], random: Random): number {
  return values[random.integer(values.length)]!;
}

/** The four neighbours that each pixel of each picture is mixed from, and their shares. */
export interface Resampling {
  /** [4 · pictures · size · size] rows of a batch's flattened pixels */
  neighbours: Int32Array;
  /** Bilinear shares, in the same order; zero for neighbours outside. */
  shares: Float32Array;
}

/** Bilinear resampling of a batch of square pictures, each from its own source. */
export function resampling(sources: readonly Source[], size: number): Resampling {
  const pixels = sources.length * size * size;
  const neighbours = new Int32Array(4 * pixels);
  const shares = new Float32Array(4 * pixels);
  let pixel = 0;
  for (const [picture, source] of sources.entries()) {
    // Three places tell an affine function, and asking for each pixel would take longer than a network.
    const [originX, originY] = source(0, 0);
    const [rightX, rightY] = source(1, 0);
    const [downX, downY] = source(0, 1);
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++, pixel++) {
        const fromX = originX + (rightX - originX) * x + (downX - originX) * y;
        const fromY = originY + (rightY - originY) * x + (downY - originY) * y;
        const left = Math.floor(fromX);
        const top = Math.floor(fromY);
        for (let corner = 0; corner < 4; corner++) {
          const column = left + (corner & 1);
          const row = top + (corner >> 1);
          if (column < 0 || row < 0 || column >= size || row >= size) continue;
          neighbours[corner * pixels + pixel] = (picture * size + row) * size + column;
          shares[corner * pixels + pixel] = (1 - Math.abs(fromX - column)) * (1 - Math.abs(fromY - row));
        }
      }
    }
  }
  return { neighbours, shares };
}

/** [pictures, size, size, channels] → the same, resampled. A gather, since tfjs has no gradient for its own transforms. */
export function resample(images: tf.Tensor4D, neighbours: tf.Tensor1D, shares: tf.Tensor1D): tf.Tensor4D {
  const channels = images.shape[3];
  const pixels = images.size / channels;
  const gathered = tf.gather(tf.reshape(images, [pixels, channels]), neighbours);
  // A product spreads the shares over the channels: broadcasting over so few is slow.
  const spread = tf.matMul(tf.reshape(shares, [4 * pixels, 1]), tf.ones<tf.Rank.R2>([1, channels]));
  const weighted = tf.mul(gathered, spread);
  return tf.reshape(tf.sum(tf.reshape(weighted, [4, pixels, channels]), 0), images.shape);
}
