import type { EvaluationFieldsFragment } from '@kindred/client';
import type { Evaluation, WhatIfValues } from '@kindred/ml/metrics';
import { metrics } from '../evaluations/metrics.ts';
import type { PredictedModel } from './read-predictions.ts';

/** What is known of the members chosen, as an evaluation is told: values alone, then each with interval and definition. */
export function togetherOf(
  models: readonly PredictedModel[],
  chosen: readonly string[],
  values: WhatIfValues | undefined,
  evaluation: Evaluation | undefined,
): EvaluationFieldsFragment | undefined {
  if (!values) return undefined;
  const members = models.filter(({ name }) => chosen.includes(name));
  const measured = metrics.map(({ name }) => {
    const value = values[name];
    const pending = value === null ? null : { value, low: null, high: null, definition: '' };
    return [name, evaluation?.[name] ?? pending];
  });
  return {
    ...members[0]!.evaluation,
    backend: eachOf(members, 'backend'),
    codeVersion: eachOf(members, 'codeVersion'),
    ...Object.fromEntries(measured),
    averaging: 'mean-softmax',
    includesParent: members.some(({ kind }) => kind === 'PARENT'),
  };
}

/** What the members' predictions were made with, where they differ too. */
const eachOf = (members: readonly PredictedModel[], name: 'backend' | 'codeVersion') =>
  [...new Set(members.map(({ evaluation }) => evaluation[name]))].join(' and ');
