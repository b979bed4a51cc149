import type { Database } from '../database/database.ts';
import { Artifact } from './artifact.entity.ts';
import { namingColumns } from './artifact-kinds.ts';

/** Whether an experiment of a workspace names the artifact: a look into the index of each column that may. */
const isNamed = Object.values(namingColumns)
  .map(
    ({ rows, digest }) =>
      `exists (select from ${rows} join experiment on experiment.id = model.experiment_id
        where named.${digest} = artifact.digest and experiment.workspace_id = :workspaceId)`,
  )
  .join(' or ');

/** An artifact that an experiment of the workspace names; any that there is where that is null. Null where there is none. */
export async function findArtifact(
  db: Database,
  digest: string,
  workspaceId: string | null,
): Promise<Artifact | null> {
  const [artifact = null] = await findArtifacts(db, [digest], workspaceId);
  return artifact;
}

/** The same of several, in no order; without those that there are none of. */
export function findArtifacts(
  db: Database,
  digests: readonly string[],
  workspaceId: string | null,
): Promise<Artifact[]> {
  const query = db
    .getRepository(Artifact)
    .createQueryBuilder('artifact')
    .where('artifact.digest = any(:digests)', { digests });
  if (workspaceId) query.andWhere(`(${isNamed})`, { workspaceId });
  return query.getMany();
}
