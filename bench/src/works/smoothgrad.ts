import {
  compile,
  createRandom,
  drawNoise,
  findArchitecture,
  findSmoothGradPreset,
  initializeWeights,
  smoothGrad,
  stepThrough,
} from '@kindred/ml';
import * as tf from '@tensorflow/tfjs';
import { randomImages, type Shape } from './small-images.ts';
import { startComputing } from './start-computing.ts';
import type { Prepare } from './work.ts';

export interface SmoothGradValues extends Shape {
  architecture: string;
  images: number;
  /** Noisy copies of each image. */
  copies: number;
}

/** SmoothGrad of some images with fresh noise at every step, its drawing included. */
export const prepare: Prepare<SmoothGradValues> = async (values, threads) => {
  const versions = await startComputing(threads);
  const architecture = findArchitecture(values.architecture);
  const preset = { ...findSmoothGradPreset('paper'), samples: values.copies };
  const weights = initializeWeights(architecture.tensors(values), 0);
  const program = compile(smoothGrad, { architecture, preset }, { weights });
  const steps = stepThrough(await program.start({}), noisyInputs(values));
  return {
    versions,
    async step() {
      const { attributions } = (await steps.next()).value!;
      await attributions.data();
      attributions.dispose();
    },
  };
};

function* noisyInputs({ images: count, copies, ...shape }: SmoothGradValues) {
  const { size, channels, classes } = shape;
  const set = randomImages(count, shape);
  const streams = Array.from({ length: count }, (_, image) => createRandom('bench', 'noise', image));
  for (;;) {
    yield {
      images: tf.tensor4d(Float32Array.from(set.images), [count, size, size, channels]),
      classes: tf.tidy(
        () => tf.oneHot(tf.tensor1d(Int32Array.from(set.labels), 'int32'), classes) as tf.Tensor2D,
      ),
      noise: tf.tensor5d(drawNoise(streams, copies, size * size * channels), [
        copies,
        count,
        size,
        size,
        channels,
      ]),
    };
  }
}
