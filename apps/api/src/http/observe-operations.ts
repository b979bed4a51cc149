import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Context } from '../context.ts';
import type { RequestRecord } from './request-record.ts';

const longestName = 80;

/** Writes into the request's record what was asked of the graph, and what came of it. */
export const observeOperations: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    async willSendResponse({ operation, contextValue, response: { body } }) {
      const { record, rateStanding } = contextValue;
      const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
      recordOperation(record, operation, errors);
      record.points = rateStanding?.cost;
    },
  }),
};

/** @param operation undefined for one that isn't valid */
export function recordOperation(
  record: RequestRecord,
  operation: OperationDefinitionNode | undefined,
  errors: readonly GraphQLFormattedError[] = [],
): void {
  record.operation = operation?.name?.value.slice(0, longestName);
  record.field = fieldOf(operation);
  record.code = worstOf(errors.map(({ extensions }) => String(extensions?.code)));
}

/** There are as many as the schema has; names that clients choose have no end. */
function fieldOf(operation: OperationDefinitionNode | undefined): string {
  const [selection, ...more] = operation?.selectionSet.selections ?? [];
  return selection?.kind === 'Field' && more.length === 0 ? selection.name.value : 'other';
}

/** Our own fault, or the first. */
function worstOf(codes: readonly string[]): string | undefined {
  return codes.includes('INTERNAL') ? 'INTERNAL' : codes[0];
}
