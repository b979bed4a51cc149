import { AuditEntry, DomainError } from '@kindred/core';
import type { DataSource } from 'typeorm';
import { reportUnexpected } from '../errors.ts';
import type { Viewer } from './viewer.ts';

/** Does what somebody asked for, and writes down what came of it. */
export async function audited<Answer>(
  { db, viewer }: { db: DataSource; viewer: Viewer },
  action: string,
  values: Record<string, unknown>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { workspaceId, userId, apiKeyId } = viewer;
  const write = (outcome: string) => {
    const entry = { action, arguments: values, outcome, workspaceId, userId, apiKeyId };
    // What was done is done: a log that can't be written is told, and fails nothing.
    return db
      .getRepository(AuditEntry)
      .insert(entry as object)
      .catch(reportUnexpected);
  };
  try {
    const answer = await work();
    await write('done');
    return answer;
  } catch (error) {
    await write(error instanceof DomainError ? error.code : 'INTERNAL');
    throw error;
  }
}
