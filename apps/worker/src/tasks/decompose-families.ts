import type { ExperimentConfig } from '@kindred/core';
import { type ClassScores, evaluateTrials, type Labels, type TrialsEvaluation } from '@kindred/ml';

/**
 * The bias, variance and covariance of the children of one draw of masks, the expectation being over the draws; undefined with one
 * draw. `logits` are those of all children in the order of the family, draw by draw.
 */
export function decomposeFamilies(
  { ensembles, evaluate }: ExperimentConfig,
  logits: readonly ClassScores[],
  labels: Labels,
): TrialsEvaluation | undefined {
  const config = ensembles.find((method) => method.method === 'prune-and-tune');
  if (!config || config.families < 2) return undefined;
  const { children } = config.pruning;
  const families = Array.from({ length: config.families }, (_, family) =>
    logits.slice(family * children, (family + 1) * children),
  );
  const over = 'draws of masks from one parent';
  return evaluateTrials(families, labels, { over, confidence: evaluate.confidence });
}
