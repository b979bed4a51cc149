import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { Artifact } from './artifact.entity.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { sha256 } from './sha256.ts';

/** So many of the newest would have to be lost for a store to be taken for another one. */
const sampled = 10;

/**
 * Asks the store for what the database tells of, before work is begun that nobody else could read. Throws CONFLICT where it has none
 * of it, and whatever keeps it from being reached.
 */
export async function requireSharedStore(db: Database, artifacts: ArtifactStore): Promise<void> {
  const newest = await db
    .getRepository(Artifact)
    .find({ select: { digest: true }, order: { createdAt: 'DESC' }, take: sampled });
  for (const { digest } of newest) if (await has(artifacts, digest)) return;
  if (newest.length > 0)
    throw new DomainError(
      'CONFLICT',
      'The database tells of artifacts that this store has none of: name the one that the other machines have, as it is called here.',
    );
  // Nothing to look for yet, but a bucket says whether it lets us in.
  await has(artifacts, sha256(''));
}

async function has(artifacts: ArtifactStore, digest: string): Promise<boolean> {
  try {
    (await artifacts.open(digest)).destroy();
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return false;
    throw error;
  }
}
