import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '../architectures/architecture.ts';
import type { Weights } from '../networks/pass.ts';
import type { Mask } from '../pruning/mask.ts';
import type { TrainingState } from './training-step.ts';

/** All that a training holds between two steps. */
export interface TrainingMoment {
  state: TrainingState;
  mask?: Mask | undefined;
  /** What a training that rewinds goes back to, from the rewind step on. */
  anchor?: Weights | undefined;
}

/** New tensors: pruned weights zero, all others as they are. */
export function maskedWeights(weights: Weights, mask: Mask = {}): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [
      name,
      mask[name]
        ? tf.tidy(() => tf.mul(weight, tf.tensor(Float32Array.from(mask[name]!), weight.shape)))
        : tf.clone(weight),
    ]),
  );
}

/** Momentum at rest, for the tensors that are learned. */
export function restingVelocities(specs: readonly TensorSpec[]): Weights {
  return Object.fromEntries(
    specs
      .filter(({ role }) => role !== 'mean' && role !== 'variance')
      .map(({ name, shape }) => [name, tf.zeros(shape)]),
  );
}

export function maskTensors(specs: readonly TensorSpec[], mask: Mask = {}): Weights {
  return Object.fromEntries(
    specs
      .filter(({ name }) => mask[name])
      .map(({ name, shape }) => [name, tf.tensor(Float32Array.from(mask[name]!), shape)]),
  );
}

export function disposeMoment({ state, anchor }: TrainingMoment): void {
  tf.dispose([state.weights, state.velocities, anchor ?? {}]);
}
