import { DomainError, type ExperimentConfig, pruneAndTuneJob } from '@kindred/core';
import { antiRandomPair, oneCycle } from '@kindred/ml';
import { loadMember, loadWeights } from './family.ts';
import { defineTask } from './task.ts';
import { trainModel } from './train-model.ts';

/** Prunes the parent by one half of an anti-random pair and tunes what is left on one cycle (paper, §II-B). */
export const pruneAndTune = defineTask(pruneAndTuneJob, async ({ modelId, pair, complement }, context) => {
  const child = await loadMember(context, modelId);
  const parent = await loadMember(context, child.model.parentId!);
  const { epochs, maxLearningRate } = tuningOf(child.config);
  const [mask, otherHalf] = antiRandomPair(child.specs, child.config.seed, pair);
  return trainModel(context, child, {
    weights: await loadWeights(context, parent),
    mask: complement ? otherHalf : mask,
    epochs,
    scheduleName: `one-cycle up to ${maxLearningRate}`,
    schedule: (steps) => oneCycle({ steps, maxLearningRate }),
  });
});

function tuningOf({ ensembles }: ExperimentConfig) {
  const ensemble = ensembles.find(({ method }) => method === 'prune-and-tune');
  if (ensemble?.method !== 'prune-and-tune') {
    throw new DomainError('CONFLICT', 'This experiment has no prune-and-tune ensemble, but a child of one.');
  }
  return ensemble.tuning;
}
