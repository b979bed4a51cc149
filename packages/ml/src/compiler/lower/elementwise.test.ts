import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { everyBlock, expectLowered } from './expect-lowered.fixture.ts';

await startRuntime('cpu');

const normals = drawNormals('elementwise');
const channels = 16;
const pictures = normals<tf.Rank.R4>(2, 4, 5, channels);
const filter = normals<tf.Rank.R4>(1, 1, channels, channels);

/** Pictures that lie as convolutions leave them: in planes, or in blocks. */
const convolved = (x: tf.Tensor, filter: tf.Tensor) =>
  tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'valid');

describe('an operation on every element', () => {
  it('of one tensor gives what tfjs gives', async () => {
    await expectLowered(
      ({ x, positive }) => ({
        neg: tf.neg(x),
        abs: tf.abs(x),
        exp: tf.exp(x),
        log: tf.log(positive),
        sqrt: tf.sqrt(positive),
        rsqrt: tf.rsqrt(positive),
        square: tf.square(x),
        reciprocal: tf.reciprocal(positive),
        relu: tf.relu(x),
        step: tf.step(x),
        sigmoid: tf.sigmoid(x),
        tanh: tf.tanh(x),
        sin: tf.sin(x),
        cos: tf.cos(x),
        floor: tf.floor(x),
        ceil: tf.ceil(x),
        sign: tf.sign(x),
        erf: tf.erf(x),
        clipped: tf.clipByValue(x, -0.5, 0.5),
        leaky: tf.leakyRelu(x, 0.1),
      }),
      { x: normals(3, 4), positive: tf.add(tf.abs(normals(3, 4)), 0.1) },
    );
  });

  it('of two tensors gives what tfjs gives, comparisons too', async () => {
    await expectLowered(
      ({ a, b, positive, near }) => ({
        add: tf.add(a, b),
        sub: tf.sub(a, b),
        mul: tf.mul(a, b),
        div: tf.div(a, b),
        pow: tf.pow(positive, b),
        max: tf.maximum(a, b),
        min: tf.minimum(a, b),
        greater: tf.greater(a, near),
        greaterEqual: tf.greaterEqual(a, near),
        less: tf.less(a, near),
        lessEqual: tf.lessEqual(a, near),
        equal: tf.equal(a, near),
        notEqual: tf.notEqual(a, near),
        and: tf.logicalAnd(tf.greater(a, 0), tf.greater(b, 0)),
        or: tf.logicalOr(tf.greater(a, 0), tf.greater(b, 0)),
        not: tf.logicalNot(tf.greater(a, 0)),
        where: tf.where(tf.greater(a, b), a, positive),
        cast: tf.cast(tf.greater(a, b), 'float32'),
        whole: tf.cast(tf.mul(a, 3), 'int32'),
      }),
      (() => {
        const a = normals(3, 4);
        const near = tf.where(tf.greater(normals(3, 4), 0), a, normals(3, 4));
        return { a, b: normals(3, 4), positive: tf.add(tf.abs(normals(3, 4)), 0.1), near };
      })(),
    );
  });

  it('spreads one number for each of few channels over rows of pixels', async () => {
    const [counts] = await expectLowered(
      ({ images, mean, deviation }) => ({ y: tf.div(tf.sub(images, mean), deviation) }),
      { images: normals(2, 4, 5, 3), mean: normals(3), deviation: tf.add(tf.abs(normals(3)), 0.1) },
    );
    expect(counts!.get('Expand')).toBe(2);
  });

  it('broadcasts as tfjs does, wherever the pictures lie', async () => {
    await expectLowered(
      ({ x, filter, channel, picture, pixel, column, rows, number }) => {
        const y = convolved(x, filter);
        return {
          channel: tf.maximum(y, channel),
          picture: tf.div(y, picture),
          pixel: tf.div(y, pixel),
          column: tf.maximum(y, column),
          rows: tf.sub(rows, y),
          number: tf.pow(tf.abs(y), number),
          ofBoth: tf.mul(tf.relu(tf.sub(y, channel)), tf.step(y)),
        };
      },
      {
        x: pictures,
        filter,
        channel: normals(channels),
        picture: tf.add(tf.abs(normals(2, 1, 1, channels)), 1),
        pixel: tf.add(tf.abs(normals(2, 4, 5, 1)), 1),
        column: normals(5, channels),
        rows: normals(4, 1, 1),
        number: tf.scalar(2),
      },
    );
  });
});

describe('a scale and a shift a channel, on pictures in blocks', () => {
  const scale = normals(channels);
  const shift = normals(1, 1, 1, channels);
  type Fn = (y: tf.Tensor, s: tf.Tensor, t: tf.Tensor, z: tf.Tensor) => tf.Tensor;

  it.each<[string, convolutions: number, Fn]>([
    ['y · s', 2, (y, s) => tf.mul(y, s)],
    ['y + t', 1, (y, _, t) => tf.add(t, y)],
    ['y − t', 1, (y, _, t) => tf.sub(y, t)],
    ['y · s + t', 2, (y, s, t) => tf.add(tf.mul(y, s), t)],
    ['y · s − t', 2, (y, s, t) => tf.sub(tf.mul(s, y), t)],
    ['y · s + z', 3, (y, s, _, z) => tf.add(tf.mul(y, s), z)],
    ['z + (y · s + t)', 3, (y, s, t, z) => tf.add(z, tf.add(tf.mul(y, s), t))],
    ['relu of y · s + t', 2, (y, s, t) => tf.relu(tf.add(tf.mul(y, s), t))],
    ['relu of y · s + t + z', 3, (y, s, t, z) => tf.relu(tf.add(tf.add(tf.mul(y, s), t), z))],
  ])('%s is one convolution, or what the one before adds', async (_, convolutions, fn) => {
    const [, blocks] = await expectLowered(
      ({ x, filter, other, scale, shift }) => ({
        y: fn(convolved(x, filter), scale, shift, convolved(x, other)),
      }),
      { x: pictures, filter, other: normals(1, 1, channels, channels), scale, shift },
    );
    if (everyBlock.length > 1) {
      expect(blocks!.get('Conv')).toBe(convolutions);
      for (const spared of ['Mul', 'Add', 'Sub', 'Relu']) expect(blocks!.get(spared)).toBeUndefined();
    }
  });

  it('is computed by itself where its steps are wanted too', async () => {
    await expectLowered(
      ({ x, filter, scale, shift }) => {
        const y = convolved(x, filter);
        const scaled = tf.mul(y, scale);
        const shifted = tf.add(scaled, shift);
        return { scaled, shifted, relu: tf.relu(shifted), again: tf.mul(scaled, shifted) };
      },
      { x: pictures, filter, scale, shift },
    );
  });

  it('minus, a number and a picture are not taken for each other', async () => {
    await expectLowered(
      ({ x, filter, scale, shift }) => {
        const y = convolved(x, filter);
        return {
          other: tf.sub(shift, y),
          doubled: tf.add(tf.mul(y, 2), shift),
          less: tf.sub(tf.mul(y, scale), y),
          self: tf.add(tf.mul(y, scale), y),
        };
      },
      { x: pictures, filter, scale, shift },
    );
  });
});

describe("a ReLU's gradient", () => {
  it('is 1 where the ReLU let its input through, however small', async () => {
    await expectLowered(({ x }) => ({ y: tf.relu(x), step: tf.step(x) }), {
      x: tf.tensor1d([-1, -1e-30, 0, 1e-37, 1e-30, 1, 1e30]),
    });
  });
});
