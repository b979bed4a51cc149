import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import type { Dataset, ImageSet } from '../datasets/dataset.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import { computeLogits } from './compute-logits.ts';
import { inferencePass } from './inference-pass.ts';
import type { Weights } from './pass.ts';

/** Images that go through the network at once; more only takes memory. */
const batchSize = 250;

/**
 * Yields the number of images done after each batch; returns the logits, [images, classes] row by row, or
 * [images, members, classes] where members share the network.
 */
export async function* predict(
  architecture: Architecture,
  weights: Weights,
  data: Dataset,
  set: ImageSet,
): AsyncGenerator<number, Float32Array> {
  const values = data.classes * (architecture.sharing?.members ?? 1);
  const logits = new Float32Array(set.count * values);
  const run = await compile(logitsOf, { architecture }, { weights }).start({});
  try {
    let done = 0;
    for await (const batch of stepThrough(run, batches(set, data))) {
      logits.set(await batch.logits.data(), done * values);
      done += batch.logits.shape[0];
      batch.logits.dispose();
      yield done;
    }
    return logits;
  } finally {
    run.dispose();
  }
}

type Inputs = { weights: Weights; images: tf.Tensor4D };

/** [batch, height, width, channels] → [batch, classes], or [batch, members · classes]; members all look at the same image. */
export function logitsOf({ weights, images }: Inputs, { architecture }: { architecture: Architecture }) {
  const { sharing } = architecture;
  const seen = sharing?.inputs === 'own' ? tf.tile(images, [1, 1, 1, sharing.members]) : images;
  return { logits: computeLogits(architecture, inferencePass(weights), seen) };
}

function* batches(set: ImageSet, data: Dataset): Generator<{ images: tf.Tensor4D }> {
  for (let from = 0; from < set.count; from += batchSize) {
    yield { images: toTensor(set, from, Math.min(from + batchSize, set.count), data) };
  }
}
