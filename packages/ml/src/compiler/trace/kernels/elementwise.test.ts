import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('elementwise');
const positive = (x: tf.Tensor) => tf.add(tf.abs(x), 0.5);

describe('an operation on each element, traced with its gradient', () => {
  it.each<[string, (x: tf.Tensor) => tf.Tensor]>([
    ['neg', tf.neg],
    ['abs', tf.abs],
    ['exp', tf.exp],
    ['log', (x) => tf.log(positive(x))],
    ['sqrt', (x) => tf.sqrt(positive(x))],
    ['rsqrt', (x) => tf.rsqrt(positive(x))],
    ['square', tf.square],
    ['reciprocal', (x) => tf.reciprocal(positive(x))],
    ['sin', tf.sin],
    ['cos', tf.cos],
    ['floor', tf.floor],
    ['ceil', tf.ceil],
    ['sign', tf.sign],
    ['erf', tf.erf],
    ['clipByValue', (x) => tf.clipByValue(x, -0.5, 0.5)],
    ['cast', (x) => tf.cast(tf.cast(tf.mul(x, 3), 'int32'), 'float32')],
    ['clone', (x) => tf.clone(x)],
    ['a power of a number', (x) => tf.pow(positive(x), 1.5)],
    ['a square as a power', (x) => tf.pow(x, 2)],
  ])('is what eager tfjs computes: %s', (_, compute) => {
    expectTracedGradients(compute, [normals(3, 4)]);
  });
});

const shapes: [number[], number[]][] = [
  [
    [2, 3],
    [2, 3],
  ],
  [[2, 3], [3]],
  [[], [2, 3]],
  [
    [2, 1],
    [1, 3],
  ],
];

describe('an operation on each pair of elements, traced with its gradients', () => {
  it.each<[string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor]>([
    ['add', tf.add],
    ['sub', tf.sub],
    ['mul', tf.mul],
    ['div', (a, b) => tf.div(a, positive(b))],
    ['pow', (a, b) => tf.pow(positive(a), b)],
  ])('is what eager tfjs computes, whatever is broadcast: %s', (_, compute) => {
    for (const [a, b] of shapes) expectTracedGradients(compute, [normals(...a), normals(...b)]);
  });

  // tfjs's own gradients of these don't undo a broadcast.
  it.each<[string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor]>([
    ['squaredDifference', tf.squaredDifference],
    ['maximum', tf.maximum],
    ['minimum', tf.minimum],
    ['where', (a, b) => tf.where(tf.cast(tf.eye(3, 4), 'bool'), a, b)],
    ['addN', (a, b) => tf.addN([a, b, a])],
  ])('is what eager tfjs computes: %s', (_, compute) => {
    expectTracedGradients(compute, [normals(3, 4), normals(3, 4)]);
  });
});

describe('comparisons and logic', () => {
  it('are what eager tfjs computes', () => {
    const whole = (x: tf.Tensor) => tf.floor(x);
    expectTraced(
      ({ a, b }) => {
        const [x, y] = [whole(a), whole(b)];
        const greater = tf.greater(x, y);
        const equal = tf.equal(x, y);
        return {
          greater,
          equal,
          greaterEqual: tf.greaterEqual(x, y),
          less: tf.less(x, y),
          lessEqual: tf.lessEqual(x, y),
          notEqual: tf.notEqual(x, y),
          and: tf.logicalAnd(greater, tf.logicalNot(equal)),
          or: tf.logicalOr(greater, equal),
          always: tf.logicalOr(greater, tf.scalar(true)),
          never: tf.logicalAnd(tf.scalar(false), greater),
          counted: tf.sum(greater, 0),
        };
      },
      { a: normals(5, 6), b: normals(6) },
    );
  });

  it('choose between tensors, numbers and what is broadcast', () => {
    expectTraced(
      ({ condition, a, b }) => ({
        tensors: tf.where(condition, a, b),
        numbers: tf.where(condition, 1, 0),
        mixed: tf.where(condition, a, 2),
        row: tf.where(tf.greater(b, 0), a, b),
        known: tf.where(tf.ones([3, 4], 'bool'), a, b),
      }),
      { condition: tf.greater(normals(3, 4), 0), a: normals(3, 4), b: normals(4) },
    );
  });
});
