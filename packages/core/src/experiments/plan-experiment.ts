import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Layer } from '../architectures/layer.entity.ts';
import { evaluateEnsembleJob } from '../evaluations/evaluate-ensemble.job.ts';
import { evaluateModelJob } from '../evaluations/evaluate-model.job.ts';
import type { JobDefinition } from '../jobs/define-job.ts';
import type { Job } from '../jobs/job.entity.ts';
import { pruneAndTuneJob } from '../models/prune-and-tune.job.ts';
import { trainParentJob } from '../models/train-parent.job.ts';
import { trainSnapshotJob } from '../models/train-snapshot.job.ts';
import type { Visualization } from '../visualizations/visualization.entity.ts';
import { visualizeNeuronsJob } from '../visualizations/visualize-neurons.job.ts';
import { chooseNeurons } from './choose-neurons.ts';
import type { ExperimentConfig } from './experiment-config.ts';
import { familyMembers, type PlannedModel, planModels } from './plan-models.ts';

export type PlannedJob = Pick<Job, 'id' | 'modelId' | 'name' | 'payload' | 'dependsOn'>;
export type PlannedVisualization = Pick<
  Visualization,
  'id' | 'modelId' | 'layer' | 'channel' | 'preset' | 'seed'
>;

/** Everything that an experiment will keep and do. */
export interface ExperimentPlan {
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
  const { parent, pairs, snapshots } = family;
  const models = familyMembers(family);
  const jobs: PlannedJob[] = [];

  function plan<Payload extends z.ZodType>(
    definition: JobDefinition<string, Payload>,
    model: PlannedModel | null,
    payload: z.infer<Payload>,
    dependsOn: PlannedJob[],
  ): PlannedJob {
    const job = {
      id: newId(),
      modelId: model?.id ?? null,
      name: definition.name,
      payload: definition.payload.parse(payload) as object,
      dependsOn: dependsOn.map(({ id }) => id),
    };
    jobs.push(job);
    return job;
  }

  const trainParent = plan(trainParentJob, parent, { modelId: parent.id }, []);
  const training = new Map([[parent, trainParent]]);

  pairs.forEach((siblings, pair) => {
    siblings.forEach((child, half) => {
      const payload = { modelId: child.id, pair, complement: half === 1 };
      training.set(child, plan(pruneAndTuneJob, child, payload, [trainParent]));
    });
  });

  snapshots.forEach((model, index) => {
    const previous = index === 0 ? parent : snapshots[index - 1]!;
    const payload = { modelId: model.id, index, previousModelId: previous.id };
    training.set(model, plan(trainSnapshotJob, model, payload, [training.get(previous)!]));
  });

  const evaluation = new Map(
    models.map((model) => [
      model,
      plan(evaluateModelJob, model, { modelId: model.id }, [training.get(model)!]),
    ]),
  );
  const ensembles = { 'prune-and-tune': pairs.flat(), snapshot: snapshots };
  for (const { method } of config.ensembles) {
    const members = ensembles[method];
    const payload = { name: method, memberIds: members.map(({ id }) => id) };
    plan(
      evaluateEnsembleJob,
      null,
      payload,
      members.map((member) => evaluation.get(member)!),
    );
  }

  const { neuronsPerLayer, preset } = config.visualize;
  const neurons = chooseNeurons(layers, neuronsPerLayer, config.seed);
  const visualizations = models.flatMap((model) => {
    const wished = neurons.map((neuron) => ({
      id: newId(),
      modelId: model.id,
      ...neuron,
      preset,
      seed: config.seed,
    }));
    if (wished.length > 0) {
      const payload = { modelId: model.id, visualizationIds: wished.map(({ id }) => id) };
      plan(visualizeNeuronsJob, model, payload, [training.get(model)!]);
    }
    return wished;
  });

  return { models, visualizations, jobs };
}
