import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { drawStripes, stripes } from '../datasets/stripes.fixture.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { type AttributionPlan, attribute } from './attribute.ts';
import { inputGradient } from './input-gradient.ts';
import { intensityOf } from './intensity.ts';
import { agreementOf, centreShift, topOverlap } from './map-agreement.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { findSaliencyMethod, saliencyDefinition, saliencyMethods } from './saliency-methods.ts';
import { saliencyPicture } from './saliency-picture.ts';

beforeAll(() => startRuntime('cpu'));

const architecture = findArchitecture('convnet');
const set = drawStripes(3, 'saliency');
const plan = (changes: Partial<AttributionPlan> = {}): AttributionPlan => ({
  architecture,
  weights: initializeWeights(architecture.tensors(stripes), 1),
  data: stripes,
  pixelStd: stripes.std,
  set,
  classes: [0, 1, 1],
  preset: findSaliencyMethod('gradient'),
  streams: [0, 1, 2].map((image) => createRandom(1, 'saliency', image)),
  ...changes,
});

async function attributed(values: AttributionPlan): Promise<Float32Array[]> {
  const computation = attribute(values);
  for (;;) {
    const { done, value } = await computation.next();
    if (done) return value;
  }
}

describe('attributions', () => {
  it('by the method `gradient` are the gradient of each image’s own class', async () => {
    const given = plan();
    const images = toTensor(set, 0, 3, stripes);
    const classes = tf.oneHot(tf.tensor1d(given.classes as number[], 'int32'), 2) as tf.Tensor2D;
    const gradient = await inputGradient(architecture, given.weights, images, classes).data();
    const came = await attributed(given);
    expect(came.map(({ length }) => length)).toEqual([64, 64, 64]);
    for (const [index, value] of came.flatMap((one) => [...one]).entries())
      expect(value).toBeCloseTo(gradient[index]!, 6);
  });

  it('by SmoothGrad are the same for an image alone and among others', async () => {
    const preset = findSaliencyMethod('smoothgrad-paper');
    const together = await attributed(plan({ preset }));
    const { images, labels } = set;
    const alone = { images: images.subarray(64, 128), labels: labels.subarray(1, 2), count: 1 };
    const stream = createRandom(1, 'saliency', 1);
    const [one] = await attributed(plan({ preset, set: alone, classes: [1], streams: [stream] }));
    for (const [index, value] of one!.entries()) expect(value).toBeCloseTo(together[1]![index]!, 5);
  });

  it.each(['smoothgrad-paper', 'smoothgrad-pair'])(
    'by %s are the same of a network that takes its pixels on another scale',
    async (method) => {
      const preset = findSaliencyMethod(method);
      const { weights, data } = plan();
      const own = await attributed(plan({ preset }));
      // The same images a hundred times as large, and a first convolution that undoes it.
      const scaled = { ...weights, 'conv1.weight': tf.div(weights['conv1.weight']!, 100) };
      const loud = { ...data, std: data.std.map((std) => std / 100) };
      const came = await attributed(plan({ preset, weights: scaled, data: loud }));
      const scale = preset.averaging === 'squared' ? 1e4 : 100;
      for (const [image, values] of came.entries())
        for (const [index, value] of values.entries())
          expect(value * scale).toBeCloseTo(own[image]![index]!, 4);
    },
  );

  it('that overflow are refused with what overflows', async () => {
    const weights = { ...plan().weights };
    for (const name of ['conv2.weight', 'conv3.weight']) weights[name] = tf.mul(weights[name]!, 1e30);
    await expect(attributed(plan({ weights }))).rejects.toThrow(
      /^The gradient of class 0 holds (NaN|-?Infinity)/,
    );
  });
});

describe('a saliency method', () => {
  it('says in words what its values are', () => {
    expect([...saliencyMethods.keys()].map(saliencyDefinition)).toEqual([
      'gradient v1, ∂logit/∂image of the normalised image',
      'smoothgrad-paper v1, mean of 10 noisy copies’ signed ∂logit/∂image of the normalised image, noise 1 of the data’s pixels’ standard deviation',
      'smoothgrad-pair v1, mean of 25 noisy copies’ squared ∂logit/∂image of the normalised image, noise 0.15 of the image’s range',
      'smoothgrad-captum v1, mean of 10 noisy copies’ absolute ∂logit/∂image of the normalised image, noise 1 of the data’s pixels’ standard deviation',
    ]);
  });

  it('that is unknown is refused with those that are known', () => {
    expect(() => findSaliencyMethod('lime')).toThrow('Unknown saliency method "lime": known are gradient,');
  });
});

const map = (...values: number[]) => Float64Array.from(values);

describe('a map’s picture', () => {
  it('shows Σ|attribution| over channels, black the least and white the 99th percentile', () => {
    const intensity = intensityOf(Float32Array.of(1, -1, 0, 3, -4, 0, 0, 0.5), 2);
    expect([...intensity]).toEqual([2, 3, 4, 0.5]);
    // NumPy's 99th percentile of 0.5, 2, 3, 4 is 3.97.
    const { data, ...shape } = saliencyPicture(intensity, { height: 2, width: 2 });
    expect(shape).toEqual({ width: 2, height: 2, channels: 1 });
    expect([...data]).toEqual([1.5, 2.5, 3.47, 0].map((value) => Math.round((255 * value) / 3.47)));
  });

  it('is black where no pixel stands out', () => {
    expect([...saliencyPicture(map(2, 2), { height: 1, width: 2 }).data]).toEqual([0, 0]);
  });
});

describe('the agreement of two maps', () => {
  it('in ranks is Spearman’s, equal values sharing their mean rank', () => {
    expect(rankCorrelation(map(1, 2, 3, 4), map(10, 20, 300, 4000))).toBe(1);
    expect(rankCorrelation(map(1, 2, 3), map(3, 2, 1))).toBe(-1);
    // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: 4.5 / √(4.5 · 5).
    expect(rankCorrelation(map(1, 5, 5, 9), map(1, 3, 2, 4))).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
    expect(rankCorrelation(map(1, 1, 1), map(1, 2, 3))).toBeNull();
  });

  it('at the top is the share of the strongest pixels that both have', () => {
    expect(topOverlap(map(9, 8, 1, 0), map(9, 1, 8, 0), 0.5)).toBe(0.5);
    expect(topOverlap(map(0, 0, 0, 5), map(0, 0, 5, 0), 0.1)).toBe(0);
    expect(topOverlap(map(1, 1, 1, 0), map(1, 1, 0, 0), 0.5)).toBe(1);
  });

  it('in place is the distance of the centres of mass, in pixels', () => {
    // All in the corner, and half there, half three right and four down, in rows of four.
    const corner = new Float64Array(20).fill(0);
    corner[0] = 7;
    const both = corner.slice();
    both[4 * 4 + 3] = 7;
    expect(centreShift(corner, both, 4)).toBeCloseTo(2.5, 12);
  });

  it('of a map with itself is whole, and with one that points nowhere there is none', () => {
    const one = map(3, 1, 2, 5);
    expect(agreementOf(one, one, 2)).toMatchObject({
      rankCorrelation: { value: 1, definition: expect.stringContaining('Spearman') },
      topOverlap: { value: 1, definition: expect.stringContaining('strongest 10 %') },
      centreShift: { value: 0, definition: expect.stringContaining('pixels') },
    });
    expect(agreementOf(one, map(2, 2, 2, 2), 2)).toBeNull();
  });
});
