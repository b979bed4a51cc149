import { badInput } from '../errors/domain-error.ts';
import { requirePositive, requireStep, requireSteps, type Schedule } from './schedule.ts';

export interface StepDecayOptions {
  /** Batches in all. */
  steps: number;
  stepsAnEpoch: number;
  /** After the warm-up, default 0.1. */
  learningRate?: number;
  /** What each decay multiplies the rate by, default 0.2. */
  factor?: number;
  /** The epochs, counted from 0, at whose start the rate decays, ascending; default 60, 120 and 160. */
  decayEpochs?: readonly number[];
  /** Epochs in which the rate rises from 0 in a line, default 1; 0 for none. */
  warmUpEpochs?: number;
  /** Default 0.9. */
  momentum?: number;
}

/** The steps of uncertainty-baselines, with its warm-up: a rate for every batch, the first batch's being 0. */
export function stepDecay({
  steps,
  stepsAnEpoch,
  learningRate = 0.1,
  factor = 0.2,
  decayEpochs = [60, 120, 160],
  warmUpEpochs = 1,
  momentum = 0.9,
}: StepDecayOptions): Schedule {
  requireSteps(steps);
  requireSteps(stepsAnEpoch, 'steps an epoch');
  requirePositive(learningRate, 'learningRate');
  requirePositive(factor, 'factor');
  requireAscending([warmUpEpochs, ...decayEpochs]);
  return (step) => {
    requireStep(step, steps);
    const epoch = step / stepsAnEpoch;
    if (epoch < warmUpEpochs) return { learningRate: (learningRate * epoch) / warmUpEpochs, momentum };
    const decays = decayEpochs.filter((start) => epoch >= start).length;
    return { learningRate: learningRate * factor ** decays, momentum };
  };
}

function requireAscending(epochs: readonly number[]): void {
  if (!epochs.every((epoch, index) => epoch >= (epochs[index - 1] ?? 0)))
    throw badInput(
      `A warm-up of ${epochs[0]} epochs and decays at ${epochs.slice(1).join(', ')} came; they must ascend from 0.`,
    );
}
