import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { findModels } from '../models/find-models.ts';
import type { Model } from '../models/model.entity.ts';
import { requireOneMember } from '../models/require-one-member.ts';
import type { Objective } from './objective.ts';

/**
 * Throws unless an objective's other model can be looked into beside each of the models: NOT_FOUND if it isn't there,
 * BAD_INPUT if it is one of them or of another architecture, CONFLICT while it isn't trained.
 */
export async function checkContrast(
  db: Database,
  models: readonly Model[],
  { contrast }: Objective,
): Promise<void> {
  if (!contrast) return;
  const [other] = (await findModels(db, [contrast.modelId])) as [Model];
  requireOneMember(other, 'pictures of neurons');
  for (const { id, name, architecture } of models) {
    if (id === other.id)
      throw new DomainError('BAD_INPUT', `${name} can’t be contrasted with itself: name another model.`);
    if (architecture !== other.architecture)
      throw new DomainError(
        'BAD_INPUT',
        `${name} is a ${architecture} and ${other.name} a ${other.architecture}: only models of one architecture can be contrasted.`,
      );
  }
  if (!other.weightsDigest)
    throw new DomainError(
      'CONFLICT',
      `${other.name} has no weights to contrast with: ask again when it is trained.`,
    );
}
