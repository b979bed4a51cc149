import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import { type Dataset, type ImageSet, imagesInTurn } from '../datasets/dataset.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Weights } from '../networks/pass.ts';
import type { Random } from '../random/random.ts';
import { drawNoise } from './draw-noise.ts';
import { smoothGrad } from './smooth-grad.ts';
import type { SmoothGradPreset } from './smooth-grad-preset.ts';

export interface AttributionPlan {
  architecture: Architecture;
  weights: Weights;
  /** How the network wants images normalised. */
  data: Dataset;
  /** Of the data's pixels in [0, 1], by channel: noise of a fixed deviation counts in these, however the network scales them. */
  pixelStd: readonly number[];
  set: ImageSet;
  /** [images]: the class whose logit is the score. */
  classes: ArrayLike<number>;
  preset: SmoothGradPreset;
  /** One an image, for its noise. */
  streams: readonly Random[];
}

/** Of the noisy copies that go through the network at once, where that are those of several images: more only takes memory. */
const pixelsAtOnce = 100 * 32 * 32;

/**
 * Yields the number of images done after each batch; returns each image's attributions, [height, width, channels] row by row.
 * @throws DomainError BAD_INPUT where they aren't finite
 */
export async function* attribute(plan: AttributionPlan): AsyncGenerator<number, Float32Array[]> {
  const { architecture, weights, preset, set } = plan;
  const attributions: Float32Array[] = [];
  // Not as constants: the graph serves the networks of a whole family.
  const run = await compile(smoothGrad, { architecture, preset }).start({ weights });
  try {
    for await (const batch of stepThrough(run, batches(plan))) {
      const values = (await batch.attributions.data()) as Float32Array;
      batch.attributions.dispose();
      const length = set.images.length / set.count;
      for (let from = 0; from < values.length; from += length) {
        const one = values.slice(from, from + length);
        requireFinite(one, plan.classes[attributions.length]!);
        attributions.push(one);
      }
      yield attributions.length;
    }
    return attributions;
  } finally {
    run.dispose();
  }
}

function* batches({ set, classes, preset, streams, data, pixelStd }: AttributionPlan) {
  const { height, width, channels, std } = data;
  const { samples, deviation } = preset;
  // One, but for a network that takes bytes, say: noise of 1 would be none to it.
  const unit = std.map((own, channel) => (deviation.kind === 'fixed' ? pixelStd[channel]! / own : 1));
  const imagesAtOnce = Math.max(1, Math.floor(pixelsAtOnce / (samples * height * width)));
  let done = 0;
  for (const batch of imagesInTurn(set, imagesAtOnce)) {
    const { count } = batch;
    const chosen = Array.from({ length: count }, (_, image) => classes[done + image]!);
    const drawn = drawNoise(streams.slice(done, done + count), samples, height * width * channels);
    const noise = drawn.map((value, index) => value * unit[index % channels]!);
    yield {
      images: toTensor(batch, 0, count, data),
      classes: tf.tidy(() => tf.oneHot(tf.tensor1d(chosen, 'int32'), data.classes) as tf.Tensor2D),
      noise: tf.tensor5d(noise, [samples, count, height, width, channels]),
    };
    done += count;
  }
}

function requireFinite(attributions: Float32Array, chosen: number): void {
  const wrong = attributions.find((value) => !Number.isFinite(value));
  if (wrong === undefined) return;
  throw badInput(
    `The gradient of class ${chosen} holds ${wrong}: the network’s activations leave the range of its numbers on this image, so it has no saliency map.`,
  );
}
