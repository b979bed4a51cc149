import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { trace } from '../trace/trace.ts';
import { everyBlock, expectLowered, expectLoweredGradients } from './expect-lowered.fixture.ts';
import { lowerInParts } from './lower-in-parts.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('pools');
type Pad = Parameters<typeof tf.maxPool>[3];
const geometries: [size: number, stride: number, pad: Pad][] = [
  [2, 2, 'valid'],
  [3, 2, 'valid'],
  [3, 1, 'same'],
  [3, 2, 'same'],
  [3, 2, 1],
  [8, 1, 'valid'],
];
const pools = { maxPool: tf.maxPool, avgPool: tf.avgPool } as const;

describe('a max pool with a pad of its own on each side', () => {
  it('is that of tfjs, with its gradient', async () => {
    const pads: tf.backend_util.ExplicitPadding = [
      [0, 0],
      [1, 0],
      [2, 1],
      [0, 0],
    ];
    await expectLoweredGradients((x) => tf.maxPool(x as tf.Tensor4D, 3, 2, pads), [normals(2, 7, 6, 3)]);
  });
});

/** Whole blocks of channels, so that our own kernels find the largest values and lead gradients back. */
describe.skipIf(everyBlock.at(-1) === 0)('max pools in blocks', () => {
  const pictures = () => normals(2, 9, 10, 32);
  const ownCalls = (fn: (x: tf.Tensor) => tf.Tensor): string[] => {
    const graph = trace(({ x }: { x: tf.Tensor }) => tf.valueAndGrad(fn)(x), { x: pictures() });
    const { parts } = lowerInParts(graph, { block: everyBlock.at(-1)! });
    return parts.flatMap((part) => ('kernel' in part ? [part.kernel] : []));
  };

  it.each(geometries)(
    'run as kernels of ours for windows of %i, stride %i, pads %j',
    async (size, stride, pad) => {
      const pool = (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, size, stride, pad);
      expect(ownCalls(pool)).toEqual(['maxPool', 'maxPoolGradient']);
      await expectLoweredGradients(pool, [pictures()]);
    },
  );

  it('take the first of equal values, also of zeros that a ReLU left', async () => {
    const levels = tf.round(tf.relu(pictures()));
    await expectLoweredGradients((x) => tf.maxPool(x as tf.Tensor4D, 3, 2, 'same'), [levels]);
  });

  it('one after the other, around convolutions, and two of the same picture', async () => {
    const network = (x: tf.Tensor, filter: tf.Tensor) => {
      const first = tf.maxPool(tf.relu(x) as tf.Tensor4D, 3, 2, 'same');
      const convolved = tf.relu(tf.conv2d(first, filter as tf.Tensor4D, 1, 'same'));
      const [narrow, wide] = [tf.maxPool(convolved, 2, 1, 'same'), tf.maxPool(convolved, 3, 1, 'same')];
      return tf.maxPool(tf.add(narrow, tf.mul(wide, 0.5)) as tf.Tensor4D, 3, 2, 'valid');
    };
    await expectLoweredGradients(network, [pictures(), normals(3, 3, 32, 32)]);
  });

  it('serve gradients of two values of theirs', async () => {
    await expectLowered(
      ({ x }) => {
        const pooled = (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, 3, 2, 'same');
        const [square, sine] = [tf.square, tf.sin].map((fn) => tf.grad((x) => fn(pooled(x)))(x));
        return { square: square!, sine: sine! };
      },
      { x: pictures() },
    );
  });
});

describe.each(['maxPool', 'avgPool'] as const)('%s and its gradient', (name) => {
  const pool = (x: tf.Tensor, size: number, stride: number, pad: Pad) =>
    pools[name](x as tf.Tensor4D, size, stride, pad);

  it.each(geometries)(
    'are those of tfjs for windows of %i, stride %i, pads %j',
    async (size, stride, pad) => {
      await expectLoweredGradients((x) => pool(x, size, stride, pad), [normals(2, 8, 8, 3)]);
    },
  );

  it.each([1, 2])('are those of tfjs on pictures that a convolution left, stride %i', async (stride) => {
    await expectLoweredGradients(
      (x, filter) => pool(tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same'), 3, stride, 'same'),
      [normals(2, 8, 8, 16), normals(3, 3, 16, 16)],
    );
  });
});
