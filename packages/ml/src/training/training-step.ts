import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import type { BatchStatistics } from '../networks/batch-normalize.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import type { Weights } from '../networks/pass.ts';
import { trainingPass } from '../networks/training-pass.ts';

/** What a step reads and replaces. */
export type TrainingState = {
  weights: Weights;
  /** SGD's momentum buffers, for the tensors that are learned. */
  velocities: Weights;
};

/** What changes from one step to the next beside the state. */
export type StepInput = {
  /** [batch, height, width, channels], normalised */
  images: tf.Tensor4D;
  /** [batch, classes], one-hot; [batch · members, classes] where members share the network, each image's beside each other */
  labels: tf.Tensor2D;
  learningRate: tf.Scalar;
  momentum: tf.Scalar;
  weightDecay: tf.Scalar;
  /** 1 for kept and 0 for pruned weights, by tensor name; shaped as the weights. */
  masks: Weights;
  /** As `drawDropoutMasks` draws them; none unless given. */
  dropoutMasks?: Weights;
};

/** Share of a batch's statistics in the running ones; PyTorch's default. */
const statisticsMomentum = 0.1;

/**
 * One step of SGD with Nesterov momentum and weight decay, as PyTorch's: g ← ∇loss + decay·w; v ← μ·v + g; w ← w − lr·(g + μ·v).
 * A mask holds its weights at zero: it is applied to the loss's gradient and to the weights after the step.
 * The old state stays; whoever holds it disposes of it.
 */
export function trainingStep(
  { state, ...input }: { state: TrainingState } & StepInput,
  { architecture }: { architecture: Architecture },
): { state: TrainingState; loss: tf.Scalar } {
  return tf.tidy(() => {
    const statistics = new Map<string, BatchStatistics>();
    const { loss, gradients } = lossAndGradients(architecture, state, input, statistics);
    const weights: Record<string, tf.Tensor> = { ...state.weights };
    const velocities: Record<string, tf.Tensor> = {};
    for (const [name, gradient] of Object.entries(gradients)) {
      const mask = input.masks[name];
      const { rate, decay } = architecture.learning?.(name) ?? { rate: 1, decay: 1 };
      const masked = mask ? tf.mul(gradient, mask) : gradient;
      const decayed = tf.add(masked, tf.mul(state.weights[name]!, times(input.weightDecay, decay)));
      const velocity = tf.add(tf.mul(state.velocities[name]!, input.momentum), decayed);
      const direction = tf.add(decayed, tf.mul(velocity, input.momentum));
      const moved = tf.sub(state.weights[name]!, tf.mul(direction, times(input.learningRate, rate)));
      weights[name] = mask ? tf.mul(moved, mask) : moved;
      velocities[name] = velocity;
    }
    for (const [norm, batch] of statistics)
      Object.assign(weights, runningStatistics(state.weights, norm, batch));
    return { state: { weights, velocities }, loss };
  });
}

/**
 * Mean cross-entropy of the batch, in nats, and its gradient for each learned tensor. Of members that share the network it is
 * the sum or the mean.
 * @param statistics takes the batch's statistics by norm; whoever gave it disposes of them
 */
export function lossAndGradients(
  architecture: Architecture,
  { weights, velocities }: TrainingState,
  { images, labels, dropoutMasks }: Pick<StepInput, 'images' | 'labels' | 'dropoutMasks'>,
  statistics: Map<string, BatchStatistics>,
): { loss: tf.Scalar; gradients: Weights } {
  const names = Object.keys(velocities);
  const { sharing } = architecture;
  const lossOf = (...learned: tf.Tensor[]) => {
    const current = {
      ...weights,
      ...Object.fromEntries(names.map((name, index) => [name, learned[index]!])),
    };
    const all = computeLogits(architecture, trainingPass(current, statistics, dropoutMasks), images);
    const logits = tf.reshape(all, labels.shape);
    const mean = tf.neg(tf.mean(tf.sum(tf.mul(labels, tf.logSoftmax(logits)), 1))) as tf.Scalar;
    return sharing?.loss === 'sum' ? tf.mul(mean, sharing.members) : mean;
  };
  const { value, grads } = tf.valueAndGrads(lossOf)(names.map((name) => weights[name]!));
  return {
    loss: value as tf.Scalar,
    gradients: Object.fromEntries(names.map((name, index) => [name, grads[index]!])),
  };
}

const times = (x: tf.Scalar, factor: number) => (factor === 1 ? x : tf.mul(x, factor));

/** Moves the running mean and the running, unbiased variance towards the batch's. */
function runningStatistics(
  weights: Weights,
  norm: string,
  { mean, variance, count }: BatchStatistics,
): Weights {
  const towards = (name: string, value: tf.Tensor) =>
    tf.add(tf.mul(weights[name]!, 1 - statisticsMomentum), tf.mul(value, statisticsMomentum));
  const moved = {
    [`${norm}.running_mean`]: towards(`${norm}.running_mean`, mean),
    [`${norm}.running_var`]: towards(`${norm}.running_var`, tf.mul(variance, count / (count - 1))),
  };
  tf.dispose([mean, variance]);
  return moved;
}
