import { readFile } from 'node:fs/promises';
import type { ExperimentInput } from '../generated/graphql.ts';
import { KindredError } from '../kindred-error.ts';
import { parseExperiment } from './parse-experiment.ts';

/** An experiment from a file of YAML or JSON. Throws BAD_INPUT for one that can't be read or is wrong. */
export async function readExperimentFile(file: string): Promise<ExperimentInput> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new KindredError(
      'BAD_INPUT',
      `${file} can't be read (${cause.code}): name a file of YAML or JSON.`,
      {
        cause,
      },
    );
  });
  return parseExperiment(text, file);
}
