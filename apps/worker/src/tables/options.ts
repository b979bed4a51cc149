import { DomainError, type ExperimentConfig } from '@kindred/core';
import { type Datasets, findDataset } from '@kindred/ml';
import { parseOptions, readSeed, readShare, withShare } from '../run-experiment/command.ts';
import { type PresetName, presets, tablesExperiment, tableThreeExperiment } from './presets.ts';
import { readConfigFile } from './read-config-file.ts';

export interface Options {
  /** Print the rows as one line of JSON at the end. */
  json: boolean;
  config: ExperimentConfig;
}

const usage = `npm run tables -- [options]
  --preset <name>   ${Object.keys(presets).join(' or ')} (default cpu-small)
  --parent <file>   Table III alone, of a parent trained elsewhere: a safetensors file in the folder weights of the data
  --config <file>   an experiment of your own instead: a JSON file with its whole configuration
  --data <name>     a dataset that is here (default fashion-mnist; cifar10 with the preset paper or a parent)
  --seed <n>        every random draw follows from it (default 1, or the configuration's)
  --sample <share>  of the training and test images, above 0 and up to 1 (default 1): a quick try, not a result
  --json            print the rows as one line of JSON at the end`;

/**
 * Reads the command line. Throws BAD_INPUT that names what came and what would do.
 * @param architectureOf tells whose weights a file holds
 */
export async function readOptions(
  args: readonly string[],
  datasets: Datasets,
  architectureOf: (file: string) => Promise<string>,
): Promise<Options> {
  const { json, ...values } = parseOptions(
    args,
    {
      preset: { type: 'string' },
      parent: { type: 'string' },
      config: { type: 'string' },
      data: { type: 'string' },
      seed: { type: 'string' },
      sample: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const { seed, sample } = values;
  const config = await readExperiment(values, datasets, architectureOf);
  return {
    json,
    config: withShare(
      { ...config, ...(seed !== undefined && { seed: readSeed(seed, usage) }) },
      sample === undefined ? 1 : readShare(sample, usage),
    ),
  };
}

interface Asked {
  preset?: string | undefined;
  parent?: string | undefined;
  config?: string | undefined;
  data?: string | undefined;
}

async function readExperiment(
  { preset, parent, config, data }: Asked,
  datasets: Datasets,
  architectureOf: (file: string) => Promise<string>,
): Promise<ExperimentConfig> {
  if (config !== undefined) {
    const other = Object.entries({ preset, parent, data }).find(([, value]) => value !== undefined);
    if (other)
      throw new DomainError('BAD_INPUT', `--${other[0]} came with --config, which says it all.\n${usage}`);
    return readConfigFile(config);
  }
  const name = preset ?? 'cpu-small';
  if (!(name in presets)) throw new DomainError('BAD_INPUT', `--preset ${name} is not known.\n${usage}`);
  const dataset = findDataset(datasets, data ?? (name === 'paper' || parent ? 'cifar10' : 'fashion-mnist'));
  return parent
    ? tableThreeExperiment({ weights: parent, architecture: await architectureOf(parent) }, dataset)
    : tablesExperiment(presets[name as PresetName], dataset);
}
