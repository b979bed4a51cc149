import type { ExperimentConfig } from '@kindred/core';
import type { EnsembleInput, ExperimentInput } from './experiment.input.ts';

type EnsembleConfig = ExperimentConfig['ensembles'][number];

/** The configuration that an input asks for, in core's shape. Values are core's to check. */
export function inputToConfig({ ensembles, ...rest }: ExperimentInput) {
  return { ...rest, ensembles: ensembles.map(toEnsembleConfig) };
}

/** The input that asks for a configuration: the inverse of `inputToConfig`. */
export function configToInput({ ensembles, ...rest }: ExperimentConfig): ExperimentInput {
  return { ...rest, ensembles: ensembles.map(toEnsembleInput) };
}

function toEnsembleConfig({ pruneAndTune, snapshot }: EnsembleInput): EnsembleConfig {
  if (snapshot) return { method: 'snapshot', ...snapshot };
  const { pairs, epochs, maxLearningRate } = pruneAndTune!;
  return {
    method: 'prune-and-tune',
    pairs,
    pruning: { kind: 'anti-random', granularity: 'unstructured', scope: 'local', sparsity: 0.5 },
    tuning: { epochs, schedule: 'one-cycle', maxLearningRate },
  };
}

function toEnsembleInput(ensemble: EnsembleConfig): EnsembleInput {
  if (ensemble.method === 'snapshot') {
    const { members, epochs, learningRate } = ensemble;
    return { snapshot: { members, epochs, learningRate } };
  }
  const { epochs, maxLearningRate } = ensemble.tuning;
  return { pruneAndTune: { pairs: ensemble.pairs, epochs, maxLearningRate } };
}
