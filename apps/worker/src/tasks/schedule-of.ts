import type { Recipe } from '@kindred/core';
import { oneCycle, piecewise, snapshotCosine, stages, stepDecay, triangular } from '@kindred/ml';
import type { Training } from './train-member.ts';

type NamedSchedule = Pick<Training, 'scheduleName' | 'schedule'>;

/** What a recipe's schedule means over a training, a step a batch. */
export function scheduleOf(schedule: Recipe['schedule']): NamedSchedule {
  switch (schedule.kind) {
    case 'piecewise': {
      const { learningRate } = schedule;
      return {
        scheduleName: `piecewise, ${learningRate} for half of the steps, then down to a hundredth`,
        schedule: (steps) => piecewise({ epochs: steps, learningRate }),
      };
    }
    case 'step': {
      const { learningRate } = schedule;
      return {
        scheduleName: `step, ${learningRate}, divided by 5 at 30, 60 and 80 %`,
        // The proportions of 200 epochs, of which the first warms up.
        schedule: (steps) =>
          stepDecay({
            learningRate,
            steps,
            stepsAnEpoch: steps,
            warmUpEpochs: 0.005,
            decayEpochs: [0.3, 0.6, 0.8],
          }),
      };
    }
    case 'stages':
      return {
        scheduleName: `constant, ${schedule.stages.map(({ epochs, learningRate }) => `${learningRate} for ${epochs} epochs`).join(', then ')}`,
        schedule: (steps) => stages(schedule.stages, steps),
      };
    case 'one-cycle': {
      const { maxLearningRate } = schedule;
      return {
        scheduleName: `one-cycle up to ${maxLearningRate}`,
        schedule: (steps) => oneCycle({ steps, maxLearningRate }),
      };
    }
    case 'constant': {
      const { learningRate } = schedule;
      const rates = { learningRate, momentum: 0.9 };
      return { scheduleName: `constant, ${learningRate}`, schedule: () => () => rates };
    }
    case 'cosine': {
      const { learningRate } = schedule;
      return {
        scheduleName: `one cosine cycle from ${learningRate}`,
        schedule: (steps) => snapshotCosine({ steps, snapshots: 1, learningRate }),
      };
    }
    case 'triangular':
      return triangle(schedule);
  }
}

/** Half a triangle down, or a whole one from low point to low point. */
function triangle({
  from,
  maxLearningRate,
  minLearningRate,
}: Extract<Recipe['schedule'], { kind: 'triangular' }>): NamedSchedule {
  const rates = { maxLearningRate, minLearningRate };
  if (from === 'high')
    return {
      scheduleName: `from ${maxLearningRate} in a line down to ${minLearningRate}`,
      schedule: (steps) => triangular({ ...rates, steps, cycle: 2 * steps }),
    };
  return {
    scheduleName: `from ${minLearningRate} in lines up to ${maxLearningRate} and down again`,
    schedule: (steps) => {
      const cycle = 2 * Math.ceil(steps / 2);
      const rateOf = triangular({ ...rates, steps: steps + cycle / 2, cycle });
      return (step) => rateOf(step + cycle / 2);
    },
  };
}
