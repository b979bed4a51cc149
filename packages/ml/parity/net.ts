import { architectures } from '../src/architectures/registry.ts';
import { decodeSafetensors } from '../src/checkpoints/decode-safetensors.ts';
import { badInput } from '../src/errors/domain-error.ts';
import { type ImportedNetwork, importWeights } from '../src/networks/import-weights.ts';
import type { Preprocessing } from '../src/networks/preprocessing.ts';
import type { FixtureFolder } from './fixture-folder.ts';
import { NotYet } from './line.ts';

/** A trained network as its file describes it. */
export interface Net extends ImportedNetwork {
  preprocessing: Preprocessing;
}

/** @throws NotYet where no folder has the net's file, or its architecture isn't built */
export function openNet(folder: FixtureFolder, name: unknown): Net {
  if (typeof name !== 'string') throw badInput(`A net must be named; ${JSON.stringify(name)} came.`);
  const file = folder.material(`${name}.safetensors`);
  if (!file) throw new NotYet(`${name}.safetensors is in none of the folders of models that were given`);
  const { architecture: wanted = '' } = decodeSafetensors(file).metadata;
  const architecture = architectures.get(wanted);
  if (!architecture) throw new NotYet(`the architecture "${wanted}" is not built yet`);
  const { preprocessing, ...net } = importWeights(file, architecture);
  if (!preprocessing) throw badInput(`${name} doesn't say how its images are preprocessed.`);
  return { ...net, preprocessing };
}
