import { evaluateEnsembleJob } from '../evaluations/evaluate-ensemble.job.ts';
import { evaluateModelJob } from '../evaluations/evaluate-model.job.ts';
import { pruneAndTuneJob } from '../models/prune-and-tune.job.ts';
import { trainParentJob } from '../models/train-parent.job.ts';
import { trainSnapshotJob } from '../models/train-snapshot.job.ts';
import { visualizeNeuronsJob } from '../visualizations/visualize-neurons.job.ts';

export const jobDefinitions = [
  trainParentJob,
  pruneAndTuneJob,
  trainSnapshotJob,
  evaluateModelJob,
  evaluateEnsembleJob,
  visualizeNeuronsJob,
] as const;

export type JobName = (typeof jobDefinitions)[number]['name'];
