import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { resample } from '../../optvis/resample.ts';
import { affineMaps, drawSources, type Source } from '../../optvis/transforms.ts';
import { createRandom } from '../../random/random.ts';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { expectTraced } from '../trace/expect-traced.fixture.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { trace } from '../trace/trace.ts';
import { expectLowered } from './expect-lowered.fixture.ts';
import { lowerInParts } from './lower-in-parts.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('own kernels');
type Input = { x: tf.Tensor4D; maps: tf.Tensor3D };

/** Its gradient's dy depends on what came out. */
function resampledSquare({ x, maps }: Input) {
  const { value, grad } = tf.valueAndGrad((x) => tf.square(resample(x as tf.Tensor4D, maps)))(x);
  return { value, grad };
}

const calls = (fn: (input: Input) => tf.NamedTensorMap, input: Input) => {
  const { parts } = lowerInParts(trace(fn, input), { block: 0 });
  return parts.flatMap((part) => ('kernel' in part ? [part.kernel] : []));
};

/** Moved, turned and scaled, partly to beyond the edges. */
const drawn = (size: number): Source[] =>
  ['first', 'second', 'third'].map((name) =>
    drawSources(
      [
        { kind: 'jitter', pixels: 4 },
        { kind: 'rotate', degrees: [-31, 7, 90, 180] },
        { kind: 'scale', factors: [0.6, 1.1, 1.7] },
      ],
      size,
      createRandom(name, size),
    ),
  );

const three = (source: Source): Source[] => [source, source, source];
const maps: Record<string, Source[]> = {
  'of random transforms': drawn(7),
  'to the same places': three((x, y) => [x, y]),
  'by whole pixels, over the edges': three((x, y) => [x - 2, y + 3]),
  'to half a pixel outside': three((x, y) => [x - 0.5, y + 0.5]),
  'to places all outside': three((x, y) => [x + 1e9, y - 50]),
  'to one place': three(() => [2.25, 3.5]),
  'that mirror': three((x, y) => [6 - x, 6 - y]),
};

describe('pictures of three channels', () => {
  it.each(Object.entries(maps))(
    'are resampled by our kernel as by eager tfjs: maps %s',
    async (_, sources) => {
      const input = { x: normals<tf.Rank.R4>(3, 7, 7, 3), maps: affineMaps(sources) };
      expect(calls(resampledSquare, input)).toEqual(['resample', 'resample']);
      await expectLowered(resampledSquare, input);
      expectTraced(resampledSquare, input);
    },
  );

  it.each([1, 2, 5, 13])('may be %i pixels high and wide, or wider', async (height) => {
    for (const width of [height, height + 4]) {
      const input = { x: normals<tf.Rank.R4>(3, height, width, 3), maps: affineMaps(drawn(height)) };
      await expectLowered(resampledSquare, input);
    }
  });

  it('are resampled between operations of ONNX Runtime, twice by the same maps', async () => {
    const twice = ({ x, maps }: Input) => {
      const fn = (x: tf.Tensor) =>
        resample(tf.sin(resample(tf.pad(x, ones, 0.5) as tf.Tensor4D, maps)), maps);
      return { grad: tf.grad((x) => tf.square(fn(x)))(x) };
    };
    const ones = [0, 1, 1, 0].map((cells): [number, number] => [cells, cells]);
    const input = { x: normals<tf.Rank.R4>(3, 7, 7, 3), maps: affineMaps(drawn(9)) };
    expect(calls(twice, input)).toEqual(['resample', 'resample', 'resample', 'resample']);
    await expectLowered(twice, input);
  });
});

it('pictures of other channels are resampled by ONNX Runtime', async () => {
  for (const channels of [1, 4]) {
    const input = { x: normals<tf.Rank.R4>(3, 7, 7, channels), maps: affineMaps(drawn(7)) };
    expect(calls(resampledSquare, input)).toEqual([]);
    await expectLowered(resampledSquare, input);
    expectTraced(resampledSquare, input);
  }
});
