import { badInput } from '../errors/domain-error.ts';
import { requirePositive, requireStep, requireSteps, type Schedule } from './schedule.ts';

export interface SnapshotCosineOptions {
  /** Batches in all, T. */
  steps: number;
  /** Snapshots, M: one at the end of each cycle of ⌈T/M⌉ steps. */
  snapshots: number;
  /** α0, default 0.1. */
  learningRate?: number;
  /** Default 0.9. */
  momentum?: number;
}

/**
 * Snapshot ensembles' cyclic cosine, a step a batch: α0/2·(cos(π·mod(t−1, ⌈T/M⌉)/⌈T/M⌉) + 1) with t = step + 1, so that
 * every cycle starts at α0 and falls almost to 0.
 */
export function snapshotCosine({
  steps,
  snapshots,
  learningRate = 0.1,
  momentum = 0.9,
}: SnapshotCosineOptions): Schedule {
  requireSteps(steps);
  requireSteps(snapshots, 'snapshots');
  requirePositive(learningRate, 'learningRate');
  if (snapshots > steps)
    throw badInput(`${snapshots} snapshots of ${steps} steps came; each needs a step or more.`);
  const cycle = Math.ceil(steps / snapshots);
  return (step) => {
    requireStep(step, steps);
    const share = (step % cycle) / cycle;
    return { learningRate: (learningRate / 2) * (Math.cos(Math.PI * share) + 1), momentum };
  };
}
