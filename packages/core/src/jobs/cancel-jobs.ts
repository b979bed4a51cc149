import { type EntityManager, In } from 'typeorm';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { cancellationChannel } from './cancellation-channel.ts';
import { Job, openStatuses } from './job.entity.ts';
import type { JobQueue } from './job-queue.ts';
import { failWishes } from './wishes.ts';

/** Cancels jobs of one experiment, whose lock the caller holds, and the experiment if it planned one of them; those that have ended are left as they are. */
export async function cancelJobs(
  transaction: EntityManager,
  queue: JobQueue,
  jobs: readonly Job[],
): Promise<void> {
  const open = jobs.filter(({ status }) => openStatuses.includes(status));
  if (open.length === 0) return;
  const ids = open.map(({ id }) => id);
  await transaction.update(Job, { id: In(ids) }, { status: 'cancelled', finishedAt: new Date() });
  for (const job of open) await failWishes(transaction, job, 'It was cancelled.');
  await queue.withdraw(transaction, ids);
  await transaction.query('select pg_notify($1, id) from unnest($2::text[]) as id', [
    cancellationChannel,
    ids,
  ]);
  const { experimentId } = open[0]!;
  if (open.some(({ requested }) => !requested))
    await transaction.update(
      Experiment,
      { id: experimentId, status: In(['queued', 'running']) },
      { status: 'cancelled', finishedAt: new Date() },
    );
  await notifyExperiment(transaction, experimentId);
}
