import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '../architectures/architecture.ts';
import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import { readArrays } from '../networks/read-arrays.ts';
import { drawMasks } from '../pruning/draw-masks.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { maskedWeights, restingVelocities, type TrainingMoment } from './training-moment.ts';

/** Beside a shortcut a network can do without a layer. */
const pruning = {
  kind: 'magnitude',
  granularity: 'unstructured',
  scope: 'global',
  children: 1,
  allowCollapse: true,
} as const;

/**
 * Iterative magnitude pruning with rewinding (Frankle et al., 2020; Renda et al., 2020): train, keep the largest weights of all
 * layers together, put them back to what they were early in the first round, and train again.
 */
export interface Rewinding {
  kind: 'rewind';
  /** How often it is pruned; the same share of what is left each time. */
  rounds: number;
  /** Share of weights that are pruned in the end. */
  sparsity: number;
  /** Of the first round; the others begin at the rewind step. */
  roundSteps: number;
  /** Whose weights they go back to; 0 for those before training. */
  rewindStep: number;
}

/** Steps of the whole: a round before each pruning, and one behind the last. */
export function stepsOfRewinding({ rounds, roundSteps, rewindStep }: Rewinding): number {
  return roundSteps + rounds * (roundSteps - rewindStep);
}

/** The steps, counted from 0, before which the network is pruned and rewound. */
export function rewindings({ rounds, roundSteps, rewindStep }: Rewinding): number[] {
  return Array.from({ length: rounds }, (_, round) => roundSteps + round * (roundSteps - rewindStep));
}

/** A round's rates, gone back to with the weights. */
export function rewoundSchedule(ofRound: Schedule, { roundSteps, rewindStep }: Rewinding): Schedule {
  return (step) =>
    ofRound(step < roundSteps ? step : rewindStep + ((step - roundSteps) % (roundSteps - rewindStep)));
}

/** Keeps the weights that later rounds go back to, or goes back to them. What it doesn't hand on is disposed of. */
export async function rewind(
  moment: TrainingMoment,
  step: number,
  schedule: Rewinding,
  specs: readonly TensorSpec[],
): Promise<TrainingMoment> {
  if (step === schedule.rewindStep) {
    const anchor = Object.entries(moment.state.weights).map(([name, weight]) => [name, tf.clone(weight)]);
    return { ...moment, anchor: Object.fromEntries(anchor) };
  }
  const { rounds, sparsity } = schedule;
  const left = (1 - sparsity) ** ((rewindings(schedule).indexOf(step) + 1) / rounds);
  const [mask] = drawMasks(
    specs,
    { ...pruning, sparsity: 1 - left },
    { seed: 0, family: 0, weights: await readArrays(moment.state.weights) },
  );
  const weights = maskedWeights(moment.anchor!, mask!);
  tf.dispose([moment.state.weights, moment.state.velocities]);
  return { ...moment, mask: mask!, state: { weights, velocities: restingVelocities(specs) } };
}

export function requireRewinding({ rounds, sparsity, roundSteps, rewindStep }: Rewinding): void {
  if (!isPositiveInteger(rounds)) throw badInput(`${rounds} rounds of pruning came; take 1 or more.`);
  if (!(sparsity > 0 && sparsity < 1))
    throw badInput(`Sparsity ${sparsity} is no share to remove: it must lie above 0 and below 1.`);
  if (!(rewindStep >= 0 && rewindStep < roundSteps))
    throw badInput(
      `Rewinding to step ${rewindStep} of a round of ${roundSteps} came; it must lie within the round.`,
    );
}
