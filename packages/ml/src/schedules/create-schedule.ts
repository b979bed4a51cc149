import { badInput } from '../errors/domain-error.ts';
import { type OneCycleOptions, oneCycle } from './one-cycle.ts';
import { type PiecewiseOptions, piecewise } from './piecewise.ts';
import { requireSteps, type Schedule } from './schedule.ts';
import { type SnapshotCosineOptions, snapshotCosine } from './snapshot-cosine.ts';
import { type StepDecayOptions, stepDecay } from './step-decay.ts';
import { lowPoints, type TriangularOptions, triangular } from './triangular.ts';

/** A schedule as data that a configuration can name; what is left out has the default of its kind. */
export type ScheduleDescription =
  | ({ kind: 'one-cycle' } & Omit<OneCycleOptions, 'steps'>)
  /** A rate an epoch, as in the first PAT code. */
  | ({ kind: 'piecewise' } & Omit<PiecewiseOptions, 'epochs'>)
  | ({ kind: 'snapshot-cosine' } & Omit<SnapshotCosineOptions, 'steps'>)
  /** `cycleEpochs`: of one fall and rise, default 4. */
  | ({ kind: 'triangular'; cycleEpochs?: number } & Omit<TriangularOptions, 'steps' | 'cycle'>)
  | ({ kind: 'step' } & Omit<StepDecayOptions, 'steps' | 'stepsAnEpoch'>);

/** How long a training is. */
export interface Course {
  /** Batches in all. */
  steps: number;
  stepsAnEpoch: number;
}

const kinds = ['one-cycle', 'piecewise', 'snapshot-cosine', 'triangular', 'step'] as const;

/** The schedule that a description means over a training, a step a batch. */
export function createSchedule(description: ScheduleDescription, course: Course): Schedule {
  const { steps, stepsAnEpoch } = course;
  requireSteps(steps);
  requireSteps(stepsAnEpoch, 'steps an epoch');
  switch (description.kind) {
    case 'one-cycle':
      return oneCycle({ ...description, steps });
    case 'piecewise': {
      const ofEpoch = piecewise({ ...description, epochs: Math.ceil(steps / stepsAnEpoch) });
      return (step) => ofEpoch(Math.floor(step / stepsAnEpoch));
    }
    case 'snapshot-cosine':
      return snapshotCosine({ ...description, steps });
    case 'triangular':
      return triangular({ ...description, steps, cycle: cycleOf(description, course) });
    case 'step':
      return stepDecay({ ...description, ...course });
    default:
      throw badInput(
        `Unknown schedule "${(description as { kind: unknown }).kind}": known are ${kinds.join(', ')}.`,
      );
  }
}

/**
 * After how many steps a training's weights are an ensemble's next member: at the low points of triangles, at the end of each
 * cosine, and else at the end alone.
 */
export function collectionPoints(description: ScheduleDescription, course: Course): number[] {
  createSchedule(description, course);
  const { steps } = course;
  if (description.kind === 'triangular') return lowPoints({ steps, cycle: cycleOf(description, course) });
  if (description.kind !== 'snapshot-cosine') return [steps];
  const { snapshots } = description;
  const cycle = Math.ceil(steps / snapshots);
  const cycles = Math.ceil(steps / cycle);
  if (cycles !== snapshots)
    throw badInput(
      `${snapshots} snapshots of ${steps} steps came; cycles of ${cycle} steps end only ${cycles} times.`,
    );
  return Array.from({ length: cycles }, (_, index) => Math.min(steps, (index + 1) * cycle));
}

const cycleOf = ({ cycleEpochs = 4 }: { cycleEpochs?: number }, { stepsAnEpoch }: Course): number =>
  cycleEpochs * stepsAnEpoch;
