import { type ExperimentConfig, firstExperiment } from '@kindred/core';
import { parseOptions, readSeed, readShare, withShare } from '../run-experiment/command.ts';

export interface Options {
  /** Print one JSON summary as the last line. */
  json: boolean;
  config: ExperimentConfig;
}

export const usage = `npm run first-experiment -- [options]
  --json            print the summary as one line of JSON at the end
  --seed <n>        every random draw follows from it (default ${firstExperiment.seed})
  --sample <share>  of the training and test images, above 0 and up to 1 (default 1): a quick try, not a result`;

/** Reads the command line. Throws BAD_INPUT that names what came and what would do. */
export function readOptions(args: readonly string[]): Options {
  const { json, seed, sample } = parseOptions(
    args,
    { json: { type: 'boolean', default: false }, seed: { type: 'string' }, sample: { type: 'string' } },
    usage,
  );
  const seeded = {
    ...firstExperiment,
    seed: seed === undefined ? firstExperiment.seed : readSeed(seed, usage),
  };
  return { json, config: withShare(seeded, sample === undefined ? 1 : readShare(sample, usage)) };
}
