import type { EntityManager } from 'typeorm';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { digestOf } from './sample-bits.ts';

/** The row of an artifact that has no file; answers with its digest. */
export async function insertArtifact(transaction: EntityManager, content: string): Promise<string> {
  const digest = digestOf(content);
  await transaction
    .createQueryBuilder()
    .insert()
    .into(Artifact)
    .values({ digest, mediaType: 'application/octet-stream', byteLength: content.length })
    .orIgnore()
    .execute();
  return digest;
}
