import { type EntityManager, In, IsNull, Not } from 'typeorm';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import type { Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { requestJob } from '../jobs/request-job.ts';
import type { Model } from '../models/model.entity.ts';
import { chosen, evaluateEnsembleJob } from './evaluate-ensemble.job.ts';
import { Evaluation } from './evaluation.entity.ts';
import { type EnsembleRequest, findEvaluationOf, findMembers, parseMeasures } from './find-ensemble.ts';

/** One of the two. */
export interface RequestedEvaluation {
  evaluation: Evaluation | null;
  /** The job that measures it. */
  job: Job | null;
}

/**
 * Any models of an experiment measured as one ensemble, from their stored predictions: nothing is queued where that exists or is
 * under way; after a failure it is tried again. Throws NOT_FOUND for an unknown model, BAD_INPUT for models of several experiments
 * or values out of range, CONFLICT for a model without predictions.
 */
export async function requestEvaluation(
  db: Database,
  queue: JobQueue,
  { modelIds, ...values }: EnsembleRequest,
): Promise<RequestedEvaluation> {
  const measures = parseMeasures(values);
  return db.transaction(async (transaction) => {
    const members = await findMembers(transaction, modelIds);
    const { experimentId } = members[0]!;
    await lockExperiment(transaction, experimentId);
    await requirePredictions(transaction, members);
    const evaluation = await findEvaluationOf(transaction, members, measures);
    if (evaluation) return { evaluation, job: null };
    const memberIds = members.map(({ id }) => id);
    const payload = evaluateEnsembleJob.payload.parse({ name: chosen, memberIds, measures });
    const job = await requestJob(transaction, queue, {
      experimentId,
      name: evaluateEnsembleJob.name,
      payload,
    });
    return { evaluation: null, job };
  });
}

async function requirePredictions(transaction: EntityManager, members: readonly Model[]): Promise<void> {
  const measured = await transaction.find(Evaluation, {
    select: { name: true },
    where: {
      experimentId: members[0]!.experimentId,
      name: In(members.map(({ name }) => name)),
      corruption: IsNull(),
      logitsDigest: Not(IsNull()),
    },
  });
  const missing = members.find(({ name }) => !measured.some((evaluation) => evaluation.name === name));
  if (missing)
    throw new DomainError(
      'CONFLICT',
      `${missing.name} has no stored predictions yet: ask again when it is measured.`,
    );
}
