import type { z } from 'zod';
import { evaluateEnsembleJob } from '../evaluations/evaluate-ensemble.job.ts';
import { evaluateModelJob } from '../evaluations/evaluate-model.job.ts';
import type { JobDefinition } from '../jobs/define-job.ts';
import type { Job } from '../jobs/job.entity.ts';
import { pruneAndTuneJob } from '../models/prune-and-tune.job.ts';
import { trainParentJob } from '../models/train-parent.job.ts';
import { trainSnapshotJob } from '../models/train-snapshot.job.ts';
import { visualizeNeuronsJob } from '../visualizations/visualize-neurons.job.ts';
import { familyMembers, type PlannedFamily, type PlannedModel } from './plan-models.ts';
import type { PlannedVisualization } from './plan-visualizations.ts';

export type PlannedJob = Pick<Job, 'id' | 'modelId' | 'name' | 'payload' | 'dependsOn'>;

/** The jobs that make, measure and look into a family, each after those it depends on. `newId` draws their ids. */
export function planJobs(
  family: PlannedFamily,
  visualizations: readonly PlannedVisualization[],
  newId: () => string,
): PlannedJob[] {
  const training = planTraining(family, newId);
  const members = familyMembers(family);
  const evaluation = new Map(
    members.map((model) => [
      model,
      plan(newId(), evaluateModelJob, model, { modelId: model.id }, [training.get(model)!]),
    ]),
  );
  const ensembles = [
    { name: 'prune-and-tune' as const, members: family.pairs.flat() },
    { name: 'snapshot' as const, members: family.snapshots },
  ];
  const ensembleJobs = ensembles
    .filter((ensemble) => ensemble.members.length > 0)
    .map(({ name, members }) => {
      const evaluations = members.map((member) => evaluation.get(member)!);
      return plan(
        newId(),
        evaluateEnsembleJob,
        null,
        { name, memberIds: members.map(({ id }) => id) },
        evaluations,
      );
    });
  const pictureJobs = members.flatMap((model) => {
    const wished = visualizations.filter(({ modelId }) => modelId === model.id).map(({ id }) => id);
    if (wished.length === 0) return [];
    const payload = { modelId: model.id, visualizationIds: wished };
    return plan(newId(), visualizeNeuronsJob, model, payload, [training.get(model)!]);
  });
  return [...training.values(), ...evaluation.values(), ...ensembleJobs, ...pictureJobs];
}

/** The parent first; children from it, and each snapshot from the one before. */
function planTraining(
  { parent, pairs, snapshots }: PlannedFamily,
  newId: () => string,
): Map<PlannedModel, PlannedJob> {
  const root = plan(newId(), trainParentJob, parent, { modelId: parent.id }, []);
  const training = new Map([[parent, root]]);
  pairs.forEach((siblings, pair) => {
    siblings.forEach((child, half) => {
      const payload = { modelId: child.id, pair, complement: half === 1 };
      training.set(child, plan(newId(), pruneAndTuneJob, child, payload, [root]));
    });
  });
  snapshots.forEach((model, index) => {
    const previous = snapshots[index - 1] ?? parent;
    const payload = { modelId: model.id, index, previousModelId: previous.id };
    training.set(model, plan(newId(), trainSnapshotJob, model, payload, [training.get(previous)!]));
  });
  return training;
}

function plan<Payload extends z.ZodType<object>>(
  id: string,
  { name, payload: schema }: JobDefinition<string, Payload>,
  model: PlannedModel | null,
  payload: z.infer<Payload>,
  dependsOn: readonly PlannedJob[],
): PlannedJob {
  return {
    id,
    name,
    modelId: model?.id ?? null,
    payload: schema.parse(payload),
    dependsOn: dependsOn.map((job) => job.id),
  };
}
