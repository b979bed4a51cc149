import { AuditEntry, DomainError } from '@kindred/core';
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';

/** Writes down every mutation: who asked for what, and what came of it. */
export function auditMutations(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    field.resolve = audited(field.name, field.resolve ?? defaultFieldResolver);
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, Context>;

function audited(action: string, resolve: Resolve): Resolve {
  return async (root, values, context, info) => {
    const write = (outcome: string) => writeEntry(context, action, values, outcome);
    try {
      const answer = await resolve(root, values, context, info);
      await write('done');
      return answer;
    } catch (error) {
      await write(error instanceof DomainError ? error.code : 'INTERNAL');
      throw error;
    }
  };
}

/** What was done is done: a log that can't be written is told, and fails nothing. */
async function writeEntry(
  { db, viewer, address, record }: Context,
  action: string,
  values: Record<string, unknown>,
  outcome: string,
): Promise<void> {
  const { workspaceId, userId, apiKeyId } = viewer;
  const entry = { action, arguments: values, outcome, workspaceId, userId, apiKeyId, address };
  await db
    .getRepository(AuditEntry)
    .insert(entry as object)
    .catch(record.report);
}
