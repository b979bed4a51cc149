import type { DataSource, EntityManager } from 'typeorm';
import { Artifact } from '../artifacts/artifact.entity.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { digestOf } from './sample-bits.ts';

/** What was inserted here, so that it can be stored. */
const contents = new Set<string>();

/** The row of an artifact that has no file; answers with its digest. */
export async function insertArtifact(transaction: EntityManager, content: string): Promise<string> {
  await insertArtifacts(transaction, [content]);
  return digestOf(content);
}

/** The rows of several, whose digests are those of their contents. */
export async function insertArtifacts(
  transaction: EntityManager,
  inserted: readonly string[],
): Promise<void> {
  const mediaType = 'application/octet-stream';
  for (const content of inserted) contents.add(content);
  await transaction
    .createQueryBuilder()
    .insert()
    .into(Artifact)
    .values(inserted.map((content) => ({ digest: digestOf(content), mediaType, byteLength: content.length })))
    .orIgnore()
    .execute();
}

/** The files of all artifacts whose rows were inserted. */
export async function storeInserted({ manager }: DataSource, artifacts: ArtifactStore): Promise<void> {
  const put = (content: string) => artifacts.put(Buffer.from(content), 'application/octet-stream', manager);
  await Promise.all([...contents].map(put));
}
