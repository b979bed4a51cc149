import { type Experiment, ensembleNames, kindOf, type Model, membersIn } from '@kindred/core';
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
    return {
      name: method,
      members,
      size: predictionsOf(members, config),
      evaluation: evaluations.find(({ name }) => name === method) ?? null,
    };
  });
}

/** How many predictions models give for an image. */
export function predictionsOf(members: readonly Model[], { ensembles }: Experiment['config']): number {
  return members.reduce((sum, model) => sum + membersIn(model, ensembles), 0);
}
