import { findFamilies, findFamiliesOf, findRows, Model } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { groupedInOrder, inOrder } from './in-order.ts';

/** Models by id, of one workspace or of all. */
export function createModelLoader(db: DataSource, workspaceId: string | null) {
  const inWorkspace = 'experiment_id in (select id from experiment where workspace_id = $2)';
  return new DataLoader(async (ids: readonly string[]) => {
    const rest = `where id = any($1::uuid[]) and ($2::uuid is null or ${inWorkspace})`;
    const models = await findRows(db, Model, rest, [ids, workspaceId]);
    return inOrder(ids, models, ({ id }) => id);
  });
}

/**
 * The models of an experiment in the order of the family, which then need no reading one by one: siblings and parents are among them.
 * Its configuration bounds how many there are.
 */
export function createFamilyLoader(db: DataSource, model: DataLoader<string, Model | null>) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const models = await findFamilies(db, experimentIds);
    for (const member of models) model.prime(member.id, member);
    return groupedInOrder(experimentIds, models, ({ experimentId }) => experimentId);
  });
}

/**
 * Reads models together with their families, after which both of those loaders have them: one statement for whoever asks for both. Null
 * for a checkpoint, and for what isn't there.
 */
export function createWithFamilyLoader(
  db: DataSource,
  workspaceId: string | null,
  { model, family }: { model: DataLoader<string, Model | null>; family: DataLoader<string, Model[]> },
) {
  return new DataLoader(async (ids: readonly string[]) => {
    const models = await findFamiliesOf(db, ids, workspaceId);
    for (const member of models) model.prime(member.id, member);
    const experimentIds = [...new Set(models.map(({ experimentId }) => experimentId))];
    const families = groupedInOrder(experimentIds, models, ({ experimentId }) => experimentId);
    for (const [index, id] of experimentIds.entries()) family.prime(id, families[index]!);
    return inOrder(ids, models, ({ id }) => id);
  });
}

/** What a model was on its way, from the first on. */
export function createCheckpointLoader(db: DataSource) {
  return new DataLoader(async (finalIds: readonly string[]) => {
    const models = await db
      .getRepository(Model)
      .find({ where: { finalId: In(finalIds) }, order: { epoch: 'ASC' } });
    return groupedInOrder(finalIds, models, ({ finalId }) => finalId!);
  });
}
