import type { EntityManager } from 'typeorm';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { digestOf } from './sample-bits.ts';

/** The row of an artifact that has no file; answers with its digest. */
export async function insertArtifact(transaction: EntityManager, content: string): Promise<string> {
  await insertArtifacts(transaction, [content]);
  return digestOf(content);
}

/** The rows of several, whose digests are those of their contents. */
export async function insertArtifacts(
  transaction: EntityManager,
  contents: readonly string[],
): Promise<void> {
  const mediaType = 'application/octet-stream';
  await transaction
    .createQueryBuilder()
    .insert()
    .into(Artifact)
    .values(contents.map((content) => ({ digest: digestOf(content), mediaType, byteLength: content.length })))
    .orIgnore()
    .execute();
}
