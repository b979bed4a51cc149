import { badInput } from '../errors/domain-error.ts';
import { requirePositive, requireStep, requireSteps, type Schedule } from './schedule.ts';

export interface TriangularOptions {
  /** Batches in all. */
  steps: number;
  /** Batches of one fall and rise, an even number. */
  cycle: number;
  /** At the start of every cycle, default 0.05. */
  maxLearningRate?: number;
  /** In the middle of it, where a member is collected, default 0.0001. */
  minLearningRate?: number;
  /** Default 0.9. */
  momentum?: number;
}

/** Fast geometric ensembling's cycles (Garipov et al., 2018), a step a batch: in a line down, and in a line up again. */
export function triangular({
  steps,
  cycle,
  maxLearningRate = 0.05,
  minLearningRate = 0.0001,
  momentum = 0.9,
}: TriangularOptions): Schedule {
  requireSteps(steps);
  requireCycle(cycle);
  requirePositive(maxLearningRate, 'maxLearningRate');
  requirePositive(minLearningRate, 'minLearningRate');
  return (step) => {
    requireStep(step, steps);
    const high = Math.abs(1 - (2 * (step % cycle)) / cycle);
    return { learningRate: maxLearningRate * high + minLearningRate * (1 - high), momentum };
  };
}

function requireCycle(cycle: number): void {
  requireSteps(cycle, 'steps of a cycle');
  if (cycle % 2 !== 0)
    throw badInput(`A cycle of ${cycle} steps came; it falls and rises as long: take an even number.`);
}
