import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import type { Dataset, ImageSet } from '../datasets/dataset.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import { computeLogits } from './compute-logits.ts';
import { inferencePass } from './inference-pass.ts';
import type { Weights } from './pass.ts';

/** Images that go through the network at once; more only takes memory. */
const batchSize = 250;

/** Yields the number of images done after each batch; returns the logits, [images, classes] row by row. */
export async function* predict(
  architecture: Architecture,
  weights: Weights,
  data: Dataset,
  set: ImageSet,
): AsyncGenerator<number, Float32Array> {
  const logits = new Float32Array(set.count * data.classes);
  for (let from = 0; from < set.count; from += batchSize) {
    const to = Math.min(from + batchSize, set.count);
    const batch = tf.tidy(() =>
      computeLogits(architecture, inferencePass(weights), toTensor(set, from, to, data)),
    );
    logits.set(await batch.data(), from * data.classes);
    batch.dispose();
    yield to;
  }
  return logits;
}
