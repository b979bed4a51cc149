import type { DataSource, EntityManager } from 'typeorm';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { parseInput } from '../errors/parse-input.ts';
import { findModels } from '../models/find-models.ts';
import type { Model } from '../models/model.entity.ts';
import { defineEvaluation } from './define-evaluation.ts';
import { Evaluation } from './evaluation.entity.ts';
import { type EvaluationMeasures, evaluationMeasures } from './evaluation-measures.ts';

export interface EnsembleRequest extends Partial<EvaluationMeasures> {
  /** One or more of one experiment, each once, in any order. */
  modelIds: readonly string[];
}

/** Models that are measured together, or could be. */
export interface FoundEnsemble {
  /** In the order of the family. */
  members: Model[];
  measures: EvaluationMeasures;
  /** Null until somebody asks for it. */
  evaluation: Evaluation | null;
}

/**
 * Any models of an experiment as an ensemble, with what is stored of it. Throws NOT_FOUND for an unknown model, BAD_INPUT for models
 * of several experiments or values out of range.
 */
export async function findEnsemble(
  { manager }: DataSource,
  { modelIds, ...values }: EnsembleRequest,
): Promise<FoundEnsemble> {
  const measures = parseMeasures(values);
  const members = await findMembers(manager, modelIds);
  return { members, measures, evaluation: await findEvaluationOf(manager, members, measures) };
}

/** Defaults where something is left out. Throws BAD_INPUT for values out of range. */
export function parseMeasures(values: Partial<EvaluationMeasures>): EvaluationMeasures {
  return parseInput(evaluationMeasures, values, {
    title: 'These models cannot be measured so:',
    whole: 'the request',
  });
}

/** In the order of the family. Throws NOT_FOUND for an unknown model, BAD_INPUT for models of several experiments. */
export async function findMembers(db: Database, modelIds: readonly string[]): Promise<Model[]> {
  if (modelIds.length === 0)
    throw new DomainError('BAD_INPUT', 'No models came: an ensemble has one or more.');
  const models = await findModels(db, modelIds);
  if (models.length < modelIds.length)
    throw new DomainError('BAD_INPUT', 'A model came twice: each can be a member once.');
  const experiments = new Set(models.map(({ experimentId }) => experimentId)).size;
  if (experiments > 1)
    throw new DomainError('BAD_INPUT', `Models of ${experiments} experiments came: members are of one.`);
  return models.sort((a, b) => a.position - b.position);
}

/** The first evaluation of exactly these members by these measures, on test images as they are; null without one. */
export function findEvaluationOf(
  db: EntityManager,
  members: readonly Model[],
  measures: EvaluationMeasures,
): Promise<Evaluation | null> {
  const definition = JSON.stringify(defineEvaluation(measures, members));
  return db
    .createQueryBuilder(Evaluation, 'evaluation')
    .where('evaluation.experimentId = :experimentId', members[0])
    .andWhere('evaluation.corruption is null')
    .andWhere('evaluation.members = :ids', { ids: members.map(({ id }) => id) })
    .andWhere('evaluation.definition = cast(:definition as jsonb)', { definition })
    .orderBy('evaluation.createdAt')
    .getOne();
}
