import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectLoweredGradients } from '../compiler/lower/expect-lowered.fixture.ts';
import { expectTracedGradients } from '../compiler/trace/expect-traced.fixture.ts';
import { drawNormals } from '../compiler/trace/random-tensors.fixture.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { type MirrorPaddings, mirrorPad } from './mirror-pad.ts';
import { slopeAlong } from './slope-along.fixture.ts';

beforeAll(() => startRuntime('cpu'));

const normals = drawNormals('mirror-pad');
const paddings: MirrorPaddings = [
  [0, 0],
  [2, 3],
  [1, 0],
  [0, 0],
];

describe.each(['reflect', 'symmetric'] as const)('a mirror image, %s,', (mode) => {
  it('is that of tfjs, with its true gradient', async () => {
    const x = normals<tf.Rank.R4>(2, 4, 3, 2);
    const pad = (x: tf.Tensor) => mirrorPad(x, paddings, mode);
    const wanted = tf.mirrorPad(x, paddings as [number, number][], mode);
    expect(pad(x).shape).toEqual(wanted.shape);
    expect([...pad(x).dataSync()]).toEqual([...wanted.dataSync()]);
    const { slope, byGradient } = slopeAlong(pad, x, normals(...x.shape), normals(...wanted.shape));
    expect(byGradient / slope).toBeCloseTo(1, 3);
    expectTracedGradients(pad, [x]);
    await expectLoweredGradients(pad, [x]);
  });

  it('can’t be larger than what it mirrors', () => {
    const [before, message] =
      mode === 'reflect'
        ? [4, 'A reflect pad of 4 before and 1 after came for axis 0 of [4,2]: its mirror image has 3.']
        : [5, 'A symmetric pad of 5 before and 1 after came for axis 0 of [4,2]: its mirror image has 4.'];
    expect(() => mirrorPad(normals(4, 2), [[before, 1]], mode)).toThrow(message);
    expect(mirrorPad(normals(4, 2), [[before - 1, 1]], mode).shape).toEqual([4 + before, 2]);
  });
});
