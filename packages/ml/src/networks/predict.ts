import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import { cloneTensors } from '../compiler/tensors.ts';
import { type Dataset, type Images, imagesInTurn } from '../datasets/dataset.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import { computeLogits } from './compute-logits.ts';
import { type DropoutSampling, sampleMasks } from './dropout-sampling.ts';
import { inferencePass } from './inference-pass.ts';
import type { Weights } from './pass.ts';

/** Images that go through the network at once; more only takes memory. */
const batchSize = 250;

/**
 * Yields the number of images done after each batch; returns the logits, [images, classes] row by row, or
 * [images, members, classes] where members share the network, or samples of Monte Carlo dropout are its members.
 */
export async function* predict(
  architecture: Architecture,
  weights: Weights,
  data: Dataset,
  set: Images,
  dropout?: DropoutSampling,
): AsyncGenerator<number, Float32Array> {
  const samples = dropout?.samples ?? 1;
  const width = data.classes * (architecture.sharing?.members ?? 1);
  const logits = new Float32Array(set.count * samples * width);
  const masks = dropout ? sampleMasks(architecture, data, dropout) : [{}];
  const run = await compile(logitsOf, { architecture }, { weights }).start({});
  try {
    let [done, sample] = [0, 0];
    for await (const batch of stepThrough(run, batches(set, data, masks))) {
      const values = (await batch.logits.data()) as Float32Array;
      const [images] = batch.logits.shape;
      batch.logits.dispose();
      for (let image = 0; image < images; image++)
        logits.set(
          values.subarray(image * width, (image + 1) * width),
          ((done + image) * samples + sample) * width,
        );
      sample = (sample + 1) % samples;
      if (sample > 0) continue;
      done += images;
      yield done;
    }
    return logits;
  } finally {
    run.dispose();
    tf.dispose(masks);
  }
}

type Inputs = { weights: Weights; images: tf.Tensor4D; dropoutMasks?: Weights };

/** [batch, height, width, channels] → [batch, classes], or [batch, members · classes]; members all look at the same image. */
export function logitsOf(
  { weights, images, dropoutMasks }: Inputs,
  { architecture }: { architecture: Architecture },
) {
  const { sharing } = architecture;
  const seen = sharing?.inputs === 'own' ? tf.tile(images, [1, 1, 1, sharing.members]) : images;
  return { logits: computeLogits(architecture, inferencePass(weights, dropoutMasks), seen) };
}

/** Each batch with each of the masks. */
function* batches(
  set: Images,
  data: Dataset,
  masks: readonly Weights[],
): Generator<{ images: tf.Tensor4D; dropoutMasks: Weights }> {
  for (const batch of imagesInTurn(set, batchSize)) {
    for (const dropoutMasks of masks)
      yield {
        images: toTensor(batch, 0, batch.count, data),
        dropoutMasks: cloneTensors(dropoutMasks) as Weights,
      };
  }
}
