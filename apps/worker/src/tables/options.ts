import { DomainError, type ExperimentConfig } from '@kindred/core';
import { type Datasets, findDataset } from '@kindred/ml';
import { parseOptions, readSeed, readShare, withShare } from '../run-experiment/command.ts';
import { type PresetName, presets, tablesExperiment, tableThreeExperiment } from './presets.ts';

export interface Options {
  /** Print the rows as one line of JSON at the end. */
  json: boolean;
  config: ExperimentConfig;
}

const usage = `npm run tables -- [options]
  --preset <name>   ${Object.keys(presets).join(' or ')} (default cpu-small)
  --parent <file>   Table III alone, of a parent trained elsewhere: a safetensors file in the folder weights of the data
  --data <name>     a dataset that is here (default fashion-mnist; cifar10 with the preset paper or a parent)
  --seed <n>        every random draw follows from it (default 1)
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
  const {
    preset = 'cpu-small',
    parent,
    data,
    seed,
    sample,
    json,
  } = parseOptions(
    args,
    {
      preset: { type: 'string' },
      parent: { type: 'string' },
      data: { type: 'string' },
      seed: { type: 'string' },
      sample: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  if (!(preset in presets)) throw new DomainError('BAD_INPUT', `--preset ${preset} is not known.\n${usage}`);
  const dataset = findDataset(datasets, data ?? (preset === 'paper' || parent ? 'cifar10' : 'fashion-mnist'));
  const draw = seed === undefined ? 1 : readSeed(seed, usage);
  const config = parent
    ? tableThreeExperiment({ weights: parent, architecture: await architectureOf(parent) }, dataset, draw)
    : tablesExperiment(presets[preset as PresetName], dataset, draw);
  return { json, config: withShare(config, sample === undefined ? 1 : readShare(sample, usage)) };
}
