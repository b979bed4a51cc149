import { type Experiment, ensembleNames, kindOf } from '@kindred/core';
import type { Context } from '../../context.ts';
import type { EnsembleType } from './ensemble.type.ts';

/** The ensembles that an experiment's configuration names, with the evaluations of the same names. */
export async function loadEnsembles(
  { id, config }: Experiment,
  { loaders }: Context,
): Promise<EnsembleType[]> {
  const [family, evaluations] = await Promise.all([loaders.family.load(id), loaders.evaluations.load(id)]);
  const asked = config.ensembles.filter(({ method }) => ensembleNames.includes(method));
  return asked.map(({ method }) => ({
    name: method,
    members: family.filter(({ kind }) => kind === kindOf(method)),
    evaluation: evaluations.find(({ name }) => name === method) ?? null,
  }));
}
