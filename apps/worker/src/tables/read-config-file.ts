import { readFile } from 'node:fs/promises';
import { DomainError, type ExperimentConfig, parseExperimentConfig } from '@kindred/core';

/** An experiment's configuration from a JSON file. Throws BAD_INPUT that names the file and every problem of its values. */
export async function readConfigFile(file: string): Promise<ExperimentConfig> {
  const refusal = (reason: string) => new DomainError('BAD_INPUT', `--config ${file}: ${reason}`);
  const text = await readFile(file, 'utf8').catch((error) => {
    throw refusal(`it can't be read (${error.code}).`);
  });
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (error) {
    throw refusal(`it is no JSON (${(error as Error).message}).`);
  }
  try {
    return parseExperimentConfig(values);
  } catch (error) {
    throw refusal((error as Error).message);
  }
}
