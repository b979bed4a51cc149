import type { ExperimentConfig } from '@kindred/core';
import { toEnsembleConfig, toEnsembleInput } from './ensemble-config.ts';
import type { ExperimentInput } from './experiment.input.ts';

/** The configuration that an input asks for, in core's shape. Values are core's to check. */
export function inputToConfig({ ensembles, ...rest }: ExperimentInput) {
  return { ...rest, ensembles: ensembles.map(toEnsembleConfig) };
}

/** The input that asks for a configuration: the inverse of `inputToConfig`. */
export function configToInput({ ensembles, ...rest }: ExperimentConfig): ExperimentInput {
  return { ...rest, ensembles: ensembles.map(toEnsembleInput) };
}
