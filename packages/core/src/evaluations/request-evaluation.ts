import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { parseInput } from '../errors/parse-input.ts';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import type { Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { requestJob } from '../jobs/request-job.ts';
import { findModels } from '../models/find-models.ts';
import type { Model } from '../models/model.entity.ts';
import { defineEvaluation } from './define-evaluation.ts';
import { chosen, evaluateEnsembleJob } from './evaluate-ensemble.job.ts';
import { Evaluation } from './evaluation.entity.ts';
import { type EvaluationMeasures, evaluationMeasures } from './evaluation-measures.ts';

export interface EvaluationRequest extends Partial<EvaluationMeasures> {
  /** One or more of one experiment, each once, in any order. */
  modelIds: readonly string[];
}

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
  db: DataSource,
  queue: JobQueue,
  { modelIds, ...values }: EvaluationRequest,
): Promise<RequestedEvaluation> {
  const measures = parseInput(evaluationMeasures, values, {
    title: 'These models cannot be measured so:',
    whole: 'the request',
  });
  return db.transaction(async (transaction) => {
    const members = await findMembers(transaction, modelIds);
    const { experimentId } = members[0]!;
    await lockExperiment(transaction, experimentId);
    await requirePredictions(transaction, members);
    const evaluation = await findEvaluation(transaction, members, measures);
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

/** In the order of the family. */
async function findMembers(transaction: EntityManager, modelIds: readonly string[]): Promise<Model[]> {
  if (modelIds.length === 0)
    throw new DomainError('BAD_INPUT', 'No models came: an ensemble has one or more.');
  const models = await findModels(transaction, modelIds);
  if (models.length < modelIds.length)
    throw new DomainError('BAD_INPUT', 'A model came twice: each can be a member once.');
  const experiments = new Set(models.map(({ experimentId }) => experimentId)).size;
  if (experiments > 1)
    throw new DomainError('BAD_INPUT', `Models of ${experiments} experiments came: members are of one.`);
  return models.sort((a, b) => a.position - b.position);
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

function findEvaluation(
  transaction: EntityManager,
  members: readonly Model[],
  measures: EvaluationMeasures,
): Promise<Evaluation | null> {
  const definition = JSON.stringify(defineEvaluation(measures, members));
  return transaction
    .createQueryBuilder(Evaluation, 'evaluation')
    .where('evaluation.experimentId = :experimentId', members[0])
    .andWhere('evaluation.corruption is null')
    .andWhere('evaluation.members = :ids', { ids: members.map(({ id }) => id) })
    .andWhere('evaluation.definition = cast(:definition as jsonb)', { definition })
    .orderBy('evaluation.createdAt')
    .getOne();
}
