import { DomainError } from '@kindred/core';
import { decodeSafetensors } from '@kindred/ml';
import { readWeightsFile } from '../tasks/imported-weights.ts';

/** The architecture that a file of weights says it is of, in its metadata. */
export async function architectureOf(dataFolder: string, file: string): Promise<string> {
  const { architecture } = decodeSafetensors(await readWeightsFile(dataFolder, file)).metadata;
  if (architecture) return architecture;
  throw new DomainError('BAD_INPUT', `The weights "${file}" don't say their architecture in their metadata.`);
}
