import type { z } from 'zod';
import { evaluateEnsembleJob } from '../evaluations/evaluate-ensemble.job.ts';
import { evaluateModelJob } from '../evaluations/evaluate-model.job.ts';
import type { JobDefinition } from '../jobs/define-job.ts';
import { renderingWork, trainingWork } from '../jobs/expected-work.ts';
import type { Job } from '../jobs/job.entity.ts';
import { pruneAndTuneJob } from '../models/prune-and-tune.job.ts';
import { trainParentJob } from '../models/train-parent.job.ts';
import { trainSnapshotJob } from '../models/train-snapshot.job.ts';
import { visualizeNeuronsJob } from '../visualizations/visualize-neurons.job.ts';
import type { ExperimentConfig } from './experiment-config.ts';
import { familyMembers, type PlannedFamily, type PlannedModel } from './plan-models.ts';
import type { PlannedVisualization } from './plan-visualizations.ts';

export type PlannedJob = Pick<Job, 'id' | 'modelId' | 'name' | 'payload' | 'dependsOn' | 'weight'>;

/** The jobs that make, measure and look into a family, each after those it depends on. `newId` draws their ids. */
export function planJobs(
  config: ExperimentConfig,
  family: PlannedFamily,
  visualizations: readonly PlannedVisualization[],
  newId: () => string,
): PlannedJob[] {
  const training = planTraining(config, family, newId);
  const members = familyMembers(family);
  const evaluation = new Map(
    members.map((model) => {
      const dependsOn = [training.get(model)!];
      const payload = { modelId: model.id };
      return [
        model,
        plan(newId(), evaluateModelJob, { model, payload, dependsOn, weight: config.data.test }),
      ];
    }),
  );
  const ensembles = [
    { name: 'prune-and-tune' as const, members: family.pairs.flat() },
    { name: 'snapshot' as const, members: family.snapshots },
  ];
  const ensembleJobs = ensembles
    .filter((ensemble) => ensemble.members.length > 0)
    .map(({ name, members }) => {
      const dependsOn = members.map((member) => evaluation.get(member)!);
      const payload = { name, memberIds: members.map(({ id }) => id) };
      // No network runs: the members' predictions are there.
      return plan(newId(), evaluateEnsembleJob, { model: null, payload, dependsOn, weight: 1 });
    });
  const pictureJobs = members.flatMap((model) => {
    const wished = visualizations.filter(({ modelId }) => modelId === model.id);
    if (wished.length === 0) return [];
    const payload = { modelId: model.id, visualizationIds: wished.map(({ id }) => id) };
    const dependsOn = [training.get(model)!];
    return plan(newId(), visualizeNeuronsJob, { model, payload, dependsOn, weight: renderingWork(wished) });
  });
  return [...training.values(), ...evaluation.values(), ...ensembleJobs, ...pictureJobs];
}

/** The parent first; children from it, and each snapshot from the one before. */
function planTraining(
  { data, parent: { epochs }, ensembles }: ExperimentConfig,
  { parent, pairs, snapshots }: PlannedFamily,
  newId: () => string,
): Map<PlannedModel, PlannedJob> {
  const root = plan(newId(), trainParentJob, {
    model: parent,
    payload: { modelId: parent.id },
    dependsOn: [],
    // Everything else waits for it, and most of that then runs two at a time.
    weight: 2 * trainingWork(data.train, epochs),
  });
  const training = new Map([[parent, root]]);
  const tuning = ensembles.find((ensemble) => ensemble.method === 'prune-and-tune')?.tuning;
  pairs.forEach((siblings, pair) => {
    siblings.forEach((model, half) => {
      const payload = { modelId: model.id, pair, complement: half === 1 };
      const weight = trainingWork(data.train, tuning!.epochs);
      training.set(model, plan(newId(), pruneAndTuneJob, { model, payload, dependsOn: [root], weight }));
    });
  });
  const cycle = ensembles.find((ensemble) => ensemble.method === 'snapshot');
  snapshots.forEach((model, index) => {
    const previous = snapshots[index - 1] ?? parent;
    const payload = { modelId: model.id, index, previousModelId: previous.id };
    const dependsOn = [training.get(previous)!];
    const weight = trainingWork(data.train, cycle!.epochs);
    training.set(model, plan(newId(), trainSnapshotJob, { model, payload, dependsOn, weight }));
  });
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
