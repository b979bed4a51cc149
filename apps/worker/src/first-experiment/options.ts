import { parseArgs } from 'node:util';
import { DomainError, type ExperimentConfig, firstExperiment } from '@kindred/core';

export interface Options {
  /** Print one JSON summary as the last line. */
  json: boolean;
  config: ExperimentConfig;
}

export const usage = `npm run first-experiment -- [options]
  --json            print the summary as one line of JSON at the end
  --seed <n>        every random draw follows from it (default ${firstExperiment.seed})
  --sample <share>  of the training and test images, above 0 and up to 1 (default 1): a quick try, not a result`;

const maxSeed = 2 ** 31 - 1;

/** Reads the command line. Throws BAD_INPUT that names what came and what would do. */
export function readOptions(args: readonly string[]): Options {
  const { json, seed, sample } = parse(args);
  return {
    json,
    config: withShare(
      { ...firstExperiment, seed: seed === undefined ? firstExperiment.seed : readSeed(seed) },
      sample === undefined ? 1 : readShare(sample),
    ),
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        seed: { type: 'string' },
        sample: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new DomainError('BAD_INPUT', `${(error as Error).message}\n${usage}`);
  }
}

function readSeed(text: string): number {
  const seed = toNumber(text);
  if (Number.isInteger(seed) && seed >= 0 && seed <= maxSeed) return seed;
  throw new DomainError('BAD_INPUT', `--seed ${text} is not a whole number from 0 to ${maxSeed}.\n${usage}`);
}

function readShare(text: string): number {
  const share = toNumber(text);
  if (share > 0 && share <= 1) return share;
  throw new DomainError('BAD_INPUT', `--sample ${text} is not a share above 0 and up to 1.\n${usage}`);
}

/** NaN for what isn't one; `Number('')` would be 0. */
function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** The same experiment on fewer images: enough for one batch at least. */
function withShare(config: ExperimentConfig, share: number): ExperimentConfig {
  const { train, test } = config.data;
  const part = (images: number) => Math.max(config.parent.batchSize, Math.round(share * images));
  return { ...config, data: { ...config.data, train: part(train), test: part(test) } };
}
