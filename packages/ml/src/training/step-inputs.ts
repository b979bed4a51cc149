import * as tf from '@tensorflow/tfjs';
import { type ImageSet, selectImages } from '../datasets/dataset.ts';
import { createRandom } from '../random/random.ts';
import { augment } from './augment.ts';
import { batchTensors } from './batch-tensors.ts';
import { drawDropoutMasks } from './dropout-masks.ts';
import { stepsAnEpoch, type TrainingPlan } from './training-plan.ts';
import type { StepInput } from './training-step.ts';

/** What the steps `from` … `to` − 1 of a training take, whichever steps are asked for before. */
export function* stepInputs(
  plan: TrainingPlan,
  from: number,
  to: number,
): Generator<Omit<StepInput, 'masks'>> {
  const { architecture, data, schedule, weightDecay, seed, stream, dropoutRate: rate = 0 } = plan;
  const dropouts = architecture.dropouts?.(data) ?? [];
  let next = from;
  for (const batch of batches(plan, from, to)) {
    const step = next++;
    const { learningRate, momentum } = schedule(step);
    yield tf.tidy(() => ({
      ...batchTensors(batch, plan, createRandom(seed, 'members', stream, step)),
      learningRate: tf.scalar(learningRate),
      momentum: tf.scalar(momentum),
      weightDecay: tf.scalar(weightDecay),
      dropoutMasks: drawDropoutMasks(dropouts, { ...plan, rate, step }),
    }));
  }
}

/** Every epoch's images in an order of its own, augmented. */
function* batches(plan: TrainingPlan, from: number, to: number): Generator<ImageSet> {
  const { images, batchSize, seed, stream, data, augmentation = 'none' } = plan;
  const perEpoch = stepsAnEpoch(images.count, batchSize);
  let order: Uint32Array = new Uint32Array();
  for (let step = from; step < to; step++) {
    const [epoch, place] = [Math.floor(step / perEpoch), step % perEpoch];
    if (place === 0 || step === from)
      order = createRandom(seed, 'batches', stream, epoch).permutation(images.count);
    const batch = selectImages(images, order.subarray(place * batchSize, (place + 1) * batchSize));
    yield augment(batch, data, augmentation, createRandom(seed, 'augmentation', stream, step));
  }
}
