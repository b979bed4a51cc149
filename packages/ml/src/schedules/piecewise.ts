import { requirePositive, requireStep, requireSteps, type Schedule } from './schedule.ts';

export interface PiecewiseOptions {
  epochs: number;
  /** Default 0.1. */
  learningRate?: number;
  /** Default 0.9. */
  momentum?: number;
}

/**
 * The parent's schedule, a step an epoch: the full rate for the first half, then down in a line to a hundredth, which
 * is reached at nine tenths and kept.
 */
export function piecewise({ epochs, learningRate = 0.1, momentum = 0.9 }: PiecewiseOptions): Schedule {
  requireSteps(epochs, 'epochs');
  requirePositive(learningRate, 'learningRate');
  return (epoch) => {
    requireStep(epoch, epochs);
    return { learningRate: learningRate * factorAt(epoch / epochs), momentum };
  };
}

function factorAt(progress: number): number {
  if (progress <= 0.5) return 1;
  return progress <= 0.9 ? 1 - ((progress - 0.5) / 0.4) * 0.99 : 0.01;
}
