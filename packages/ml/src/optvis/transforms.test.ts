import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { drawSources, resample, resampling, type Source, type Transform } from './transforms.ts';

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
  const { neighbours, shares } = resampling(sources, images.shape[1]);
  return resample(images, tf.tensor1d(neighbours, 'int32'), tf.tensor1d(shares));
}

const draws = (transform: Transform, count = 400): Source[] =>
  Array.from({ length: count }, (_, draw) => drawSources([transform], 5, createRandom('draw', draw)));

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

describe('a transform', () => {
  it('that jitters shifts by 0 … d − 1 pixels each way, equally often', () => {
    const counts = new Map<string, number>();
    for (const source of draws({ kind: 'jitter', pixels: 3 }, 900)) {
      const shift = source(2, 2)
        .map((from) => 2 - from)
        .join();
      counts.set(shift, (counts.get(shift) ?? 0) + 1);
    }
    const wanted = ['0,0', '0,1', '0,2', '1,0', '1,1', '1,2', '2,0', '2,1', '2,2'];
    expect([...counts.keys()].sort()).toEqual(wanted);
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(40);
  });

  it('that scales keeps the centre and enlarges by the factor', () => {
    const [source] = draws({ kind: 'scale', factors: [2] }, 1);
    expect(source!(2, 2)).toEqual([2, 2]);
    expect(source!(4, 0)).toEqual([3, 1]);
  });

  it('that rotates keeps the centre and turns against the clock', () => {
    const [source] = draws({ kind: 'rotate', degrees: [90] }, 1);
    const [x, y] = source!(4, 2);
    expect([Math.round(x * 1e9) / 1e9, Math.round(y * 1e9) / 1e9]).toEqual([2, 4]);
  });

  it('draws from all that it lists', () => {
    const factors = draws({ kind: 'scale', factors: [1, 2, 4] }).map((source) => 2 / (source(4, 2)[0] - 2));
    expect([...new Set(factors)].sort()).toEqual([1, 2, 4]);
  });

  it('follows the one before', () => {
    const source = drawSources(
      [
        { kind: 'scale', factors: [2] },
        { kind: 'rotate', degrees: [180] },
      ],
      5,
      random,
    );
    const [x, y] = source(4, 2);
    expect([x, y]).toEqual([1, expect.closeTo(2, 9)]);
  });
});
