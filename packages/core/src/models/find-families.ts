import type { Database } from '../database/database.ts';
import { findRows } from '../database/find-rows.ts';
import { Model } from './model.entity.ts';

/** The models of some experiments in the order of the family, without what they were on their way. */
export function findFamilies(db: Database, experimentIds: readonly string[]): Promise<Model[]> {
  return findMembers(db, '$1', [experimentIds]);
}

/**
 * The families that some models belong to, as above.
 * @param workspaceId where the models are looked for; null for everywhere
 */
export function findFamiliesOf(
  db: Database,
  modelIds: readonly string[],
  workspaceId: string | null,
): Promise<Model[]> {
  const experiments = `array(
    select experiment.id from model member join experiment on experiment.id = member.experiment_id
    where member.id = any($1::uuid[]) and ($2::uuid is null or experiment.workspace_id = $2)
  )`;
  return findMembers(db, experiments, [modelIds, workspaceId]);
}

function findMembers(db: Database, experiments: string, parameters: unknown[]): Promise<Model[]> {
  const ofFamilies = `where experiment_id = any(${experiments}::uuid[]) and kind <> 'checkpoint'`;
  return findRows(db, Model, `${ofFamilies} order by position`, parameters);
}
