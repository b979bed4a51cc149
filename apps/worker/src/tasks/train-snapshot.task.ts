import { DomainError, type ExperimentConfig, trainSnapshotJob } from '@kindred/core';
import { snapshotCosine } from '@kindred/ml';
import { loadMember, loadWeights } from './family.ts';
import { defineTask } from './task.ts';
import { trainModel } from './train-model.ts';

/** Trains the model before it on for one cosine cycle (Huang et al., 2017; paper, Fig. 3). */
export const trainSnapshot = defineTask(trainSnapshotJob, async ({ modelId, previousModelId }, context) => {
  const snapshot = await loadMember(context, modelId);
  const previous = await loadMember(context, previousModelId);
  const { epochs, learningRate } = cycleOf(snapshot.config);
  return trainModel(context, snapshot, {
    weights: await loadWeights(context, previous),
    epochs,
    scheduleName: `one cosine cycle from ${learningRate}`,
    schedule: (steps) => snapshotCosine({ steps, snapshots: 1, learningRate }),
  });
});

function cycleOf({ ensembles }: ExperimentConfig) {
  const ensemble = ensembles.find(({ method }) => method === 'snapshot');
  if (ensemble?.method !== 'snapshot') {
    throw new DomainError('CONFLICT', 'This experiment has no snapshot ensemble, but a snapshot.');
  }
  return ensemble;
}
