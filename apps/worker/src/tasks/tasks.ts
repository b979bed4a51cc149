import type { JobName } from '@kindred/core';
import { evaluateEnsemble } from './evaluate-ensemble.task.ts';
import { evaluateModel } from './evaluate-model.task.ts';
import { pruneAndTune } from './prune-and-tune.task.ts';
import type { Task } from './task.ts';
import { trainParent } from './train-parent.task.ts';
import { trainSnapshot } from './train-snapshot.task.ts';
import { visualizeNeurons } from './visualize-neurons.task.ts';

/** What does each kind of job. */
export const tasks: Readonly<Record<JobName, Task>> = {
  'train-parent': trainParent,
  'prune-and-tune': pruneAndTune,
  'train-snapshot': trainSnapshot,
  'evaluate-model': evaluateModel,
  'evaluate-ensemble': evaluateEnsemble,
  'visualize-neurons': visualizeNeurons,
};
