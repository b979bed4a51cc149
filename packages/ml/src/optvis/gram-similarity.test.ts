import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectLoweredGradients } from '../compiler/lower/expect-lowered.fixture.ts';
import { expectTracedGradients } from '../compiler/trace/expect-traced.fixture.ts';
import { drawNormals } from '../compiler/trace/random-tensors.fixture.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { gramSimilarity } from './gram-similarity.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('gram');
const similarity = (activation: tf.Tensor) => gramSimilarity(activation as tf.Tensor4D);
const similarityOf = (activation: tf.Tensor): number => similarity(activation).dataSync()[0]!;

/** Lucent's loops over pairs, in plain numbers. */
function overPairs(activation: tf.Tensor4D): number {
  const grams = (activation.arraySync() as number[][][][]).map((picture) => {
    const cells = picture.flat();
    const gram = cells[0]!.flatMap((_, a) =>
      cells[0]!.map((_, b) => cells.reduce((sum, cell) => sum + cell[a]! * cell[b]!, 0)),
    );
    const length = Math.hypot(...gram);
    return gram.map((value) => value / length);
  });
  const pairs = grams.flatMap((a, i) => grams.filter((_, j) => j !== i).map((b) => [a, b] as const));
  return pairs.reduce((sum, [a, b]) => sum + a.reduce((dot, value, at) => dot + value * b[at]!, 0), 0);
}

describe('the similarity of pictures by their Gram matrices', () => {
  it('is the sum of cosines over ordered pairs', () => {
    const activation = normals<tf.Rank.R4>(3, 2, 4, 5);
    expect(similarityOf(activation)).toBeCloseTo(overPairs(activation), 5);
  });

  it('of n equal pictures is n·(n − 1), of one alone 0', () => {
    const one = normals<tf.Rank.R4>(1, 3, 3, 4);
    expect(similarityOf(tf.tile(one, [4, 1, 1, 1]))).toBeCloseTo(12, 4);
    expect(similarityOf(one)).toBeCloseTo(0, 6);
  });

  it('doesn’t depend on where in the map the features are, or how strong', () => {
    const one = normals<tf.Rank.R4>(1, 3, 3, 4);
    expect(similarityOf(tf.concat([one, tf.mul(tf.reverse(one, 1), 7)]))).toBeCloseTo(2, 5);
  });

  it('of a layer that stays silent is 0, and so is its gradient', () => {
    const silent = tf.zeros<tf.Rank.R4>([2, 3, 3, 4]);
    expect(similarityOf(silent)).toBe(0);
    expect(new Set(tf.grad(similarity)(silent).dataSync())).toEqual(new Set([0]));
  });

  it('has the gradient of finite differences', () => {
    const [activation, direction] = [normals<tf.Rank.R4>(3, 2, 2, 3), normals<tf.Rank.R4>(3, 2, 2, 3)];
    const moved = (by: number) => similarityOf(tf.add(activation, tf.mul(direction, by)));
    const slope = tf.sum(tf.mul(tf.grad(similarity)(activation), direction)).dataSync()[0]!;
    expect((moved(1e-2) - moved(-1e-2)) / 2e-2).toBeCloseTo(slope, 2);
  });

  it('is compiled with its gradient', async () => {
    const activation = normals<tf.Rank.R4>(3, 2, 4, 8);
    expectTracedGradients(similarity, [activation]);
    await expectLoweredGradients(similarity, [activation]);
  });
});
