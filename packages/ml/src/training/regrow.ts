import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { runOnce } from '../compiler/run-once.ts';
import type { BatchStatistics } from '../networks/batch-normalize.ts';
import type { Weights } from '../networks/pass.ts';
import { readArrays } from '../networks/read-arrays.ts';
import { regrowMask } from '../pruning/regrow-mask.ts';
import type { Regrowing } from './mask-schedule.ts';
import { maskedWeights, type TrainingMoment } from './training-moment.ts';
import { lossAndGradients, type StepInput, type TrainingState } from './training-step.ts';

/** Drops weights and grows as many, by the gradient of the step to come. What it doesn't hand on is disposed of. */
export async function regrow(
  moment: TrainingMoment,
  share: number,
  architecture: Architecture,
  { images, labels, dropoutMasks }: Omit<StepInput, 'masks'>,
): Promise<TrainingMoment> {
  const { state } = moment;
  const inputs = { state, images, labels, ...(dropoutMasks && { dropoutMasks }) };
  const { gradients } = await runOnce(gradientsOf, { architecture }, inputs);
  const mask = regrowMask(
    moment.mask!,
    await readArrays(state.weights),
    await readArrays(gradients as Weights),
    share,
  );
  const [weights, velocities] = [maskedWeights(state.weights, mask), maskedWeights(state.velocities, mask)];
  tf.dispose([gradients as Weights, state.weights, state.velocities]);
  return { ...moment, mask, state: { weights, velocities } };
}

/** The share to drop before a step: along a cosine from the first to none at the end. */
export function shareBefore({ share, escape: first }: Regrowing, step: number, steps: number): number {
  return step === 0 ? first! : (share / 2) * (1 + Math.cos((Math.PI * step) / steps));
}

type GradientInputs = { state: TrainingState } & Pick<StepInput, 'images' | 'labels' | 'dropoutMasks'>;

/** Of all weights, pruned ones too. */
function gradientsOf({ state, ...input }: GradientInputs, { architecture }: { architecture: Architecture }) {
  return tf.tidy(() => {
    const statistics = new Map<string, BatchStatistics>();
    const { gradients } = lossAndGradients(architecture, state, input, statistics);
    for (const { mean, variance } of statistics.values()) tf.dispose([mean, variance]);
    return { gradients };
  });
}
