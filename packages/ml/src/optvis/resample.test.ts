import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { resample } from './resample.ts';
import { affineMaps, drawSources, type Source } from './transforms.ts';

beforeAll(() => startRuntime('cpu'));

const random = createRandom('transforms');
const pictures = (count: number, size: number, channels = 1): tf.Tensor4D =>
  tf.tensor4d(Float32Array.from({ length: count * size * size * channels }, random.normal), [
    count,
    size,
    size,
    channels,
  ]);

function transformed(images: tf.Tensor4D, ...sources: Source[]): tf.Tensor4D {
  return resample(images, affineMaps(sources));
}

describe('a resampling', () => {
  it('from every own place changes nothing', () => {
    const images = pictures(2, 4, 3);
    const still: Source = (x, y) => [x, y];
    expect([...transformed(images, still, still).dataSync()]).toEqual([...images.dataSync()]);
  });

  it('shifts each picture by its own, and fills with zeros', () => {
    const images = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2, 1]);
    const moved = transformed(
      images,
      (x, y) => [x - 1, y],
      (x, y) => [x, y + 1],
    );
    expect([...moved.dataSync()]).toEqual([0, 1, 0, 3, 7, 8, 0, 0]);
  });

  it('mixes the four neighbours of a place between them, also at the edge', () => {
    const images = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);
    const mixed = transformed(images, (x, y) => [x + 0.25, y + 0.5]);
    expect([...mixed.dataSync()]).toEqual([
      0.5 * (0.75 * 1 + 0.25 * 2) + 0.5 * (0.75 * 3 + 0.25 * 4),
      0.75 * (0.5 * 2 + 0.5 * 4),
      0.5 * (0.75 * 3 + 0.25 * 4),
      0.5 * 0.75 * 4,
    ]);
  });

  it('has the gradient of finite differences', () => {
    const images = pictures(2, 5, 2);
    const weights = pictures(2, 5, 2);
    const turn = drawSources([{ kind: 'rotate', degrees: [17] }], 5, random);
    const grow = drawSources([{ kind: 'scale', factors: [1.3] }], 5, random);
    const loss = (images: tf.Tensor): tf.Scalar =>
      tf.sum(tf.mul(tf.square(transformed(images as tf.Tensor4D, turn, grow)), weights));
    const gradient = tf.grad(loss)(images);
    const direction = pictures(2, 5, 2);
    const step = tf.mul(direction, 1e-2);
    const difference = tf.sub(loss(tf.add(images, step)), loss(tf.sub(images, step))).dataSync()[0]!;
    expect(difference / 2e-2).toBeCloseTo(tf.sum(tf.mul(gradient, direction)).dataSync()[0]!, 3);
  });
});
