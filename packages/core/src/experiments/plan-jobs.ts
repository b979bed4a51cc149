import type { z } from 'zod';
import { conditionsOf } from '../evaluations/condition.ts';
import { evaluateEnsembleJob } from '../evaluations/evaluate-ensemble.job.ts';
import { evaluateModelJob } from '../evaluations/evaluate-model.job.ts';
import type { JobDefinition } from '../jobs/define-job.ts';
import { parentWeight, renderingWork, trainingWork } from '../jobs/expected-work.ts';
import type { Job } from '../jobs/job.entity.ts';
import type { PlannedMember, PlannedModel } from '../methods/method.ts';
import { ensembleNames, kindOf, membersIn, sharingOf } from '../methods/methods.ts';
import { workOfSharing } from '../methods/shared-network.ts';
import { trainModelJob } from '../models/train-model.job.ts';
import { visualizeNeuronsJob } from '../visualizations/visualize-neurons.job.ts';
import type { ExperimentConfig } from './experiment-config.ts';
import type { PlannedVisualization } from './plan-visualizations.ts';

export type PlannedJob = Pick<Job, 'id' | 'modelId' | 'name' | 'payload' | 'dependsOn' | 'weight'>;

/** The jobs that make, measure and look into a family, each after those it depends on. `newId` draws their ids. */
export function planJobs(
  config: ExperimentConfig,
  family: readonly PlannedMember[],
  checkpoints: readonly PlannedModel[],
  visualizations: readonly PlannedVisualization[],
  newId: () => string,
): PlannedJob[] {
  const training = planTraining(config, family, checkpoints, newId);
  const conditions = conditionsOf(config).length;
  const models = family.map(({ model }) => model);
  const evaluation = new Map(
    models.map((model) => {
      const dependsOn = [training.get(model.id)!];
      const payload = { modelId: model.id };
      const weight = conditions * config.data.test * membersIn(model, config.ensembles);
      return [model.id, plan(newId(), evaluateModelJob, { model, payload, dependsOn, weight })];
    }),
  );
  const ensembleJobs = ensembleNames.flatMap((name) => {
    const memberIds = models.filter(({ kind }) => kind === kindOf(name)).map(({ id }) => id);
    if (memberIds.length === 0) return [];
    const dependsOn = memberIds.map((id) => evaluation.get(id)!);
    // No network runs: the members' predictions are there.
    const payload = { name, memberIds };
    return plan(newId(), evaluateEnsembleJob, { model: null, payload, dependsOn, weight: conditions });
  });
  const pictureJobs = models.flatMap((model) => {
    const wished = visualizations.filter(({ modelId }) => modelId === model.id);
    if (wished.length === 0) return [];
    const payload = { modelId: model.id, visualizationIds: wished.map(({ id }) => id), steps: [] };
    const dependsOn = [training.get(model.id)!];
    return plan(newId(), visualizeNeuronsJob, { model, payload, dependsOn, weight: renderingWork(wished) });
  });
  return [...training.values(), ...evaluation.values(), ...ensembleJobs, ...pictureJobs];
}

/** By the id of the model; each after the one that it starts from. */
function planTraining(
  { data, ensembles }: ExperimentConfig,
  family: readonly PlannedMember[],
  checkpoints: readonly PlannedModel[],
  newId: () => string,
): Map<string, PlannedJob> {
  const training = new Map<string, PlannedJob>();
  for (const { model, recipe } of family) {
    const dependsOn = recipe.from ? [training.get(recipe.from)!] : [];
    const sharing = sharingOf(model, ensembles);
    const work = trainingWork(data.train, recipe.epochs * (sharing ? workOfSharing(sharing) : 1));
    const weight = model.kind === 'parent' ? parentWeight * work : work;
    const kept = checkpoints.filter(({ finalId }) => finalId === model.id);
    const payload = {
      modelId: model.id,
      recipe,
      checkpoints: kept.map(({ id, epoch }) => ({ modelId: id, epoch: epoch! })),
    };
    training.set(model.id, plan(newId(), trainModelJob, { model, payload, dependsOn, weight }));
  }
  return training;
}

interface JobPlan<Payload extends z.ZodType<object>> {
  model: PlannedModel | null;
  payload: z.infer<Payload>;
  dependsOn: readonly PlannedJob[];
  weight: number;
}

function plan<Payload extends z.ZodType<object>>(
  id: string,
  { name, payload: schema }: JobDefinition<string, Payload>,
  { model, payload, dependsOn, weight }: JobPlan<Payload>,
): PlannedJob {
  return {
    id,
    name,
    modelId: model?.id ?? null,
    payload: schema.parse(payload),
    dependsOn: dependsOn.map((job) => job.id),
    weight,
  };
}
