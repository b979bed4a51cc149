import { trainParentJob } from '@kindred/core';
import { initializeWeights, piecewise } from '@kindred/ml';
import { loadMember } from './family.ts';
import { defineTask } from './task.ts';
import { trainModel } from './train-model.ts';

/** Trains the first model of a family from scratch, by the parent's schedule of the first PAT code, followed step by step. */
export const trainParent = defineTask(trainParentJob, async ({ modelId }, context) => {
  const member = await loadMember(context, modelId);
  const { seed, parent } = member.config;
  return trainModel(context, member, {
    weights: initializeWeights(member.specs, seed),
    epochs: parent.epochs,
    scheduleName: `piecewise, ${parent.learningRate} for half of the steps, then down to a hundredth`,
    schedule: (steps) => piecewise({ epochs: steps, learningRate: parent.learningRate }),
  });
});
