import { evaluateEnsembleJob } from '../evaluations/evaluate-ensemble.job.ts';
import { evaluateModelJob } from '../evaluations/evaluate-model.job.ts';
import { renderGridJob } from '../grids/render-grid.job.ts';
import { matchLayersJob } from '../matches/match-layers.job.ts';
import { exportNetworkJob } from '../models/export-network.job.ts';
import { trainModelJob } from '../models/train-model.job.ts';
import { mapSaliencyJob } from '../saliency/map-saliency.job.ts';
import { findTopImagesJob } from '../top-images/find-top-images.job.ts';
import { visualizeNeuronsJob } from '../visualizations/visualize-neurons.job.ts';

export const jobDefinitions = [
  trainModelJob,
  evaluateModelJob,
  evaluateEnsembleJob,
  visualizeNeuronsJob,
  matchLayersJob,
  exportNetworkJob,
  mapSaliencyJob,
  renderGridJob,
  findTopImagesJob,
] as const;

export type JobName = (typeof jobDefinitions)[number]['name'];
