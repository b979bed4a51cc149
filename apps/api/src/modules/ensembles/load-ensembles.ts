import { type Experiment, ensembleNames, kindOf, membersIn } from '@kindred/core';
import type { Context } from '../../context.ts';
import type { EnsembleType } from './ensemble.type.ts';

/** The ensembles that an experiment's configuration names, with the evaluations of the same names. */
export async function loadEnsembles(
  { id, config }: Experiment,
  { loaders }: Context,
): Promise<EnsembleType[]> {
  const [family, evaluations] = await Promise.all([loaders.family.load(id), loaders.evaluations.load(id)]);
  const asked = config.ensembles.filter(({ method }) => ensembleNames.includes(method));
  return asked.map(({ method }) => {
    const members = family.filter(({ kind }) => kind === kindOf(method));
    const sizes = members.map((model) => membersIn(model, config.ensembles));
    return {
      name: method,
      members,
      size: sizes.reduce((sum, size) => sum + size, 0),
      evaluation: evaluations.find(({ name }) => name === method) ?? null,
    };
  });
}
