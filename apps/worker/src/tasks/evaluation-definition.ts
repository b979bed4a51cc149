import {
  defineEvaluation,
  type EvaluationDefinition,
  type EvaluationMeasures,
  type ExperimentConfig,
  type Model,
} from '@kindred/core';

/** What is measured of these members: as someone chose, or else as the experiment asks, mean softmax and ordered pairs for KL. */
export function definitionOf(
  { evaluate: { eceBins, confidence } }: ExperimentConfig,
  members: readonly Pick<Model, 'kind'>[],
  chosen?: EvaluationMeasures,
): EvaluationDefinition {
  const usual = { averaging: 'mean-softmax', klPairs: 'ordered', eceBins, confidence } as const;
  return defineEvaluation(chosen ?? usual, members);
}
