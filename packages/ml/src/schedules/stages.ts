import { badInput } from '../errors/domain-error.ts';
import { requirePositive, requireStep, requireSteps, type Schedule } from './schedule.ts';

export interface Stage {
  epochs: number;
  learningRate: number;
}

/**
 * Constant rates one after another, each for its share of all epochs.
 * @param momentum default 0.9
 */
export function stages(list: readonly Stage[], steps: number, momentum = 0.9): Schedule {
  requireSteps(steps);
  if (list.length === 0) throw badInput('No stages came; a schedule of constant rates needs one or more.');
  for (const { epochs, learningRate } of list) {
    requirePositive(epochs, 'epochs');
    requirePositive(learningRate, 'learningRate');
  }
  const total = list.reduce((sum, { epochs }) => sum + epochs, 0);
  const ends = list.map((_, index) =>
    Math.round((steps * list.slice(0, index + 1).reduce((sum, { epochs }) => sum + epochs, 0)) / total),
  );
  return (step) => {
    requireStep(step, steps);
    const { learningRate } = list[ends.findIndex((end) => step < end)]!;
    return { learningRate, momentum };
  };
}
