import type { Experiment, ModelKind } from '@kindred/core';
import type { Context } from '../../context.ts';
import type { EnsembleType } from './ensemble.type.ts';

const memberKind = { 'prune-and-tune': 'child', snapshot: 'snapshot' } as const satisfies Record<
  string,
  ModelKind
>;

/** The ensembles that an experiment's configuration names, with the evaluations of the same names. */
export async function loadEnsembles(
  { id, config }: Experiment,
  { loaders }: Context,
): Promise<EnsembleType[]> {
  const [family, evaluations] = await Promise.all([loaders.family.load(id), loaders.evaluations.load(id)]);
  return config.ensembles.map(({ method }) => ({
    name: method,
    members: family.filter(({ kind }) => kind === memberKind[method]),
    evaluation: evaluations.find(({ name }) => name === method) ?? null,
  }));
}
