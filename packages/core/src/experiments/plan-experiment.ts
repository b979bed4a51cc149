import { randomUUID } from 'node:crypto';
import type { Layer } from '../architectures/layer.entity.ts';
import type { PlannedModel } from '../methods/method.ts';
import type { ExperimentConfig } from './experiment-config.ts';
import { planCheckpoints } from './plan-checkpoints.ts';
import { type PlannedJob, planJobs } from './plan-jobs.ts';
import { planModels } from './plan-models.ts';
import { type PlannedVisualization, planVisualizations } from './plan-visualizations.ts';

/** Everything that an experiment will keep and do. */
export interface ExperimentPlan {
  /** The parent, then those of each method, then what they were on their way. */
  models: PlannedModel[];
  visualizations: PlannedVisualization[];
  /** Each after those it depends on. */
  jobs: PlannedJob[];
}

/** From a configuration to models, pictures and jobs. `layers` are those of the architecture; `newId` draws all ids. */
export function planExperiment(
  config: ExperimentConfig,
  layers: readonly Pick<Layer, 'name' | 'channels'>[],
  newId: () => string = randomUUID,
): ExperimentPlan {
  const family = planModels(config, newId);
  const models = family.map(({ model }) => model);
  const checkpoints = planCheckpoints(family, newId);
  const visualizations = planVisualizations(config, models, layers, newId);
  const jobs = planJobs(config, family, checkpoints, visualizations, newId);
  return { models: [...models, ...checkpoints], visualizations, jobs };
}
