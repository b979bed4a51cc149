import type { Model } from '../models/model.entity.ts';
import type { EvaluationDefinition } from './evaluation.entity.ts';
import type { EvaluationMeasures } from './evaluation-measures.ts';

/** What is measured of these members, in the first version of the method. */
export function defineEvaluation(
  measures: EvaluationMeasures,
  members: readonly Pick<Model, 'kind'>[],
): EvaluationDefinition {
  return { version: 1, ...measures, includesParent: members.some(({ kind }) => kind === 'parent') };
}
