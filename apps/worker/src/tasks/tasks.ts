import type { JobName } from '@kindred/core';
import { evaluateEnsemble } from './evaluate-ensemble.task.ts';
import { evaluateModel } from './evaluate-model.task.ts';
import { exportNetwork } from './export-network.task.ts';
import { findTopImages } from './find-top-images.task.ts';
import { mapSaliency } from './map-saliency.task.ts';
import { matchLayers } from './match-layers.task.ts';
import { renderGrid } from './render-grid.task.ts';
import type { Task } from './task.ts';
import { trainModel } from './train-model.task.ts';
import { visualizeNeurons } from './visualize-neurons.task.ts';

/** What does each kind of job. */
export const tasks: Readonly<Record<JobName, Task>> = {
  'train-model': trainModel,
  'evaluate-model': evaluateModel,
  'evaluate-ensemble': evaluateEnsemble,
  'visualize-neurons': visualizeNeurons,
  'export-network': exportNetwork,
  'map-saliency': mapSaliency,
  'render-grid': renderGrid,
  'match-layers': matchLayers,
  'find-top-images': findTopImages,
};
