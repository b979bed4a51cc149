import { AuditEntry, DomainError } from '@kindred/core';
import type { Context } from '../context.ts';

/** Does what somebody asked for, and writes down what came of it. */
export async function audited<Answer>(
  { db, viewer, address, record }: Context,
  action: string,
  values: Record<string, unknown>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { workspaceId, userId, apiKeyId } = viewer;
  const write = (outcome: string) => {
    const entry = { action, arguments: values, outcome, workspaceId, userId, apiKeyId, address };
    // What was done is done: a log that can't be written is told, and fails nothing.
    return db
      .getRepository(AuditEntry)
      .insert(entry as object)
      .catch(record.report);
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
