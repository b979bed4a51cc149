import { badInput } from '../errors/domain-error.ts';
import { requirePositive, requireStep, requireSteps, type Schedule } from './schedule.ts';

export interface OneCycleOptions {
  /** Batches in all. */
  steps: number;
  /** Where the rise ends. */
  maxLearningRate: number;
  /** The rate starts at `maxLearningRate / divFactor`, default 100. */
  divFactor?: number;
  /** It ends at the start's rate divided by this, default 10,000. */
  finalDivFactor?: number;
  /** Share of the steps that rise, 0 to 1, default 0.1. */
  rise?: number;
  /** At the highest rate, and at the start and the end; default 0.85 and 0.95. */
  momentum?: readonly [lowest: number, highest: number];
}

/**
 * PyTorch's `OneCycleLR` with cosine annealing, a step a batch: the rate rises and falls, momentum falls and rises.
 * The rise ends at step `rise·steps − 1`; where that is step 0, which PyTorch can't divide by, it is at its end there.
 */
export function oneCycle({
  steps,
  maxLearningRate,
  divFactor = 100,
  finalDivFactor = 1e4,
  rise = 0.1,
  momentum: [lowest, highest] = [0.85, 0.95],
}: OneCycleOptions): Schedule {
  requireSteps(steps);
  requirePositive(maxLearningRate, 'maxLearningRate');
  requirePositive(divFactor, 'divFactor');
  requirePositive(finalDivFactor, 'finalDivFactor');
  if (!(rise >= 0 && rise <= 1))
    throw badInput(`A rise of ${rise} came; it must be a share of the steps, 0 to 1.`);
  const first = maxLearningRate / divFactor;
  const last = first / finalDivFactor;
  const top = rise * steps - 1;
  return (step) => {
    requireStep(step, steps);
    const rising = step <= top || top === steps - 1;
    if (rising) {
      const share = top === 0 ? 1 : step / top;
      return {
        learningRate: anneal(first, maxLearningRate, share),
        momentum: anneal(highest, lowest, share),
      };
    }
    const share = (step - top) / (steps - 1 - top);
    return { learningRate: anneal(maxLearningRate, last, share), momentum: anneal(lowest, highest, share) };
  };
}

/** From `start` at share 0 to `end` at 1. The paper's formula (§II-B) has the two swapped: as printed, it starts at its final value. */
const anneal = (start: number, end: number, share: number): number =>
  end + ((start - end) / 2) * (Math.cos(Math.PI * share) + 1);
