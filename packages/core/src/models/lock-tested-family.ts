import type { EntityManager } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import { findModels } from './find-models.ts';
import type { Model } from './model.entity.ts';
import { requireOneMember } from './require-one-member.ts';

/**
 * Models that are to look at an image of their experiment, with their experiment, whose lock is held from now on. Throws NOT_FOUND for an
 * unknown model, BAD_INPUT for none, for models of several experiments, whose images are not the same, and for one that members share.
 * @param wanted what is asked of them, in the plural
 */
export async function lockTestedFamily(
  transaction: EntityManager,
  modelIds: readonly string[],
  wanted: string,
): Promise<{ models: Model[]; experiment: Experiment }> {
  if (modelIds.length === 0)
    throw new DomainError('BAD_INPUT', `No models came: ${wanted} are of one or more.`);
  const models = await findModels(transaction, modelIds);
  for (const model of models) requireOneMember(model, wanted);
  const [id, ...others] = new Set(models.map(({ experimentId }) => experimentId));
  if (others.length > 0)
    throw new DomainError(
      'BAD_INPUT',
      `Models of ${others.length + 1} experiments came: ask for those of one.`,
    );
  await lockExperiment(transaction, id!);
  return { models, experiment: await transaction.findOneByOrFail(Experiment, { id: id! }) };
}
