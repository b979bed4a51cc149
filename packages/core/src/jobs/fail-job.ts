import { type DataSource, type EntityManager, In } from 'typeorm';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import { ActivationGrid } from '../grids/activation-grid.entity.ts';
import { renderGridJob } from '../grids/render-grid.job.ts';
import { mapSaliencyJob } from '../saliency/map-saliency.job.ts';
import { SaliencyMap } from '../saliency/saliency-map.entity.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { visualizeNeuronsJob } from '../visualizations/visualize-neurons.job.ts';
import { Job } from './job.entity.ts';

/**
 * Records an attempt that came to nothing. Not final: the job is queued again. Final: it failed, with a reason for a person;
 * the jobs that wait for it are cancelled, the pictures that were theirs or its own failed, and so did the experiment that
 * planned it.
 */
export async function failJob(
  db: DataSource,
  id: string,
  error: unknown,
  { final }: { final: boolean },
): Promise<void> {
  await db.transaction(async (transaction) => {
    const open = final ? In(['queued', 'running']) : 'running';
    const reason = error instanceof Error ? error.message : String(error);
    const change = final
      ? ({ status: 'failed', error: reason, finishedAt: new Date() } as const)
      : ({ status: 'queued', startedAt: null } as const);
    const { affected } = await transaction.update(Job, { id, status: open }, change);
    if (!affected) return;
    const job = await transaction.findOneByOrFail(Job, { id });
    if (final) await failWhatFollows(transaction, job, reason);
    await notifyExperiment(transaction, job.experimentId);
  });
}

async function failWhatFollows(transaction: EntityManager, job: Job, reason: string): Promise<void> {
  await lockExperiment(transaction, job.experimentId);
  const cancelled = await cancelDescendants(transaction, job);
  for (const each of [job, ...cancelled]) await failWishes(transaction, each, reason);
  if (job.requested) return;
  await transaction.update(
    Experiment,
    { id: job.experimentId, status: In(['queued', 'running']) },
    { status: 'failed', finishedAt: new Date() },
  );
}

async function cancelDescendants(
  transaction: EntityManager,
  job: Job,
): Promise<Pick<Job, 'name' | 'payload'>[]> {
  const [cancelled] = await transaction.query(
    `with recursive descendant as (
       select id from job where experiment_id = $2 and $1 = any(depends_on)
       union
       select job.id from job join descendant on descendant.id = any(job.depends_on) where experiment_id = $2
     )
     update job set status = 'cancelled', finished_at = now()
     where id in (select id from descendant) and status = 'waiting'
     returning name, payload`,
    [job.id, job.experimentId],
  );
  return cancelled;
}

/** What the job was to make and hadn't made yet. */
async function failWishes(
  transaction: EntityManager,
  { name, payload }: Pick<Job, 'name' | 'payload'>,
  reason: string,
): Promise<void> {
  const open = (ids: string[]) => ({ id: In(ids), status: 'queued' }) as const;
  const failed = { status: 'failed', error: reason } as const;
  switch (name) {
    case visualizeNeuronsJob.name: {
      const { visualizationIds } = visualizeNeuronsJob.payload.parse(payload);
      await transaction.update(Visualization, open(visualizationIds), failed);
      return;
    }
    case mapSaliencyJob.name: {
      const { saliencyMapIds } = mapSaliencyJob.payload.parse(payload);
      await transaction.update(SaliencyMap, open(saliencyMapIds), failed);
      return;
    }
    case renderGridJob.name: {
      const { gridId } = renderGridJob.payload.parse(payload);
      await transaction.update(ActivationGrid, open([gridId]), failed);
    }
  }
}
