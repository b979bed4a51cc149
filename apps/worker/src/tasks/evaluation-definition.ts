import type { EvaluationDefinition, ExperimentConfig, Model } from '@kindred/core';

/** What this experiment measures of these members: mean softmax, ordered pairs of members for KL (method version 1). */
export function definitionOf(
  { evaluate: { eceBins, confidence } }: ExperimentConfig,
  members: readonly Pick<Model, 'kind'>[],
): EvaluationDefinition {
  return {
    version: 1,
    averaging: 'mean-softmax',
    klPairs: 'ordered',
    includesParent: members.some(({ kind }) => kind === 'parent'),
    eceBins,
    confidence,
  };
}
