import { Experiment, Job, Model, planExperiment } from '@kindred/core';
import { sampleTraining } from '@kindred/core/testing/samples';
import { findArchitecture } from '@kindred/ml';
import type { DataSource } from 'typeorm';
import type { ExperimentShape } from './experiment-shapes.ts';
import { digestOf, idsFrom } from './ids-from.ts';
import { insertFindings } from './insert-findings.ts';

export interface NewExperiment {
  /** Eight digits that all its ids begin with. */
  prefix: string;
  name: string;
  workspaceId: string;
  /** For how long it has been there. */
  hours: number;
}

/** A finished experiment without its pictures: models, jobs, masks, and what was measured. The same each time; its id. */
export async function insertExperiment(
  db: DataSource,
  { config, ...looked }: ExperimentShape,
  { prefix, name, workspaceId, hours }: NewExperiment,
): Promise<string> {
  const newId = idsFrom(prefix);
  const id = newId();
  const plan = planExperiment(config, findArchitecture(config.parent.architecture).layers, newId);
  const createdAt = new Date(Date.now() - hours * 3_600_000);
  const finished = { status: 'done', createdAt, startedAt: createdAt, finishedAt: createdAt } as const;
  const models = plan.models.map((model) => ({
    ...model,
    experimentId: id,
    weightsDigest: digestOf(`weights of ${model.name}`),
    maskDigest: model.sparsity === null ? null : digestOf(`mask of ${model.name}`),
    training: sampleTraining(config.seed),
  }));
  await db.transaction(async (transaction) => {
    // Artifacts have neither rows nor files here.
    await transaction.query('set local session_replication_role = replica');
    await transaction.insert(Experiment, { id, name, workspaceId, config, ...finished });
    await transaction.insert(Model, models);
    await transaction.insert(
      Job,
      plan.jobs.map((job) => ({ ...job, ...finished, experimentId: id })),
    );
    await insertFindings(transaction, models, looked, newId);
  });
  return id;
}
