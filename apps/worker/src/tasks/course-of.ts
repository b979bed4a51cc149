import type { Recipe } from '@kindred/core';
import { type MaskSchedule, type Rewinding, rewoundSchedule, stepsOfRewinding } from '@kindred/ml';
import { scheduleOf } from './schedule-of.ts';
import type { Training } from './train-member.ts';

type Course = Pick<Training, 'epochs' | 'scheduleName' | 'schedule'> & { maskSchedule?: MaskSchedule };

/** How long a recipe trains, at what rates, and how the mask changes meanwhile. */
export function courseOf(recipe: Recipe, stepsAnEpoch: number): Course {
  const { epochs, maskSchedule } = recipe;
  if (epochs === 0) return asTheyAre;
  const course = scheduleOf(recipe.schedule);
  switch (maskSchedule?.kind) {
    case undefined:
      return { epochs, ...course };
    case 'regrow':
      return {
        epochs,
        ...course,
        scheduleName: `${course.scheduleName}; weights regrown every ${maskSchedule.everySteps} steps`,
        maskSchedule,
      };
    case 'rewind': {
      const rewinding = inSteps(maskSchedule, stepsAnEpoch);
      return {
        epochs: stepsOfRewinding(rewinding) / stepsAnEpoch,
        scheduleName: `${course.scheduleName}; pruned and rewound to step ${rewinding.rewindStep} after each of ${rewinding.rounds} rounds`,
        schedule: () => rewoundSchedule(course.schedule(rewinding.roundSteps), rewinding),
        maskSchedule: rewinding,
      };
    }
  }
}

/** What a training of no steps follows. */
const asTheyAre: Course = {
  epochs: 0,
  scheduleName: 'none: the weights as they came',
  schedule: () => () => ({ learningRate: 0, momentum: 0 }),
};

function inSteps(
  { rounds, sparsity, epochs, rewindEpochs }: Extract<Recipe['maskSchedule'], { kind: 'rewind' }>,
  stepsAnEpoch: number,
): Rewinding {
  const rewindStep = Math.round(rewindEpochs * stepsAnEpoch);
  // One step at least behind the point that is gone back to.
  const roundSteps = Math.max(Math.round(epochs * stepsAnEpoch), rewindStep + 1);
  return { kind: 'rewind', rounds, sparsity, roundSteps, rewindStep };
}
