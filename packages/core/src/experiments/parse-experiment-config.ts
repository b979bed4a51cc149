import { parseInput } from '../errors/parse-input.ts';
import { type ExperimentConfig, experimentConfig } from './experiment-config.ts';

/** Reads a configuration. Throws one BAD_INPUT that lists every problem. */
export function parseExperimentConfig(input: unknown): ExperimentConfig {
  return parseInput(experimentConfig, input, {
    title: 'This experiment cannot be started:',
    whole: 'the experiment',
  });
}
