import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type ExecutionResult, getVariableValues, OperationTypeNode } from 'graphql';
import type { Context } from '../context.ts';
import { publicError } from '../errors.ts';
import { oneErrorANull } from './one-error-a-null.ts';
import { createQueryCompiler } from './query-compiler.ts';

/**
 * Runs queries that come again and again as compiled functions, to the same answers. Mutations, and variables that don't fit, are left
 * to graphql.
 */
export function compileQueries(): ApolloServerPlugin<Context> {
  const compiler = createQueryCompiler();
  return {
    requestDidStart: async () => ({
      async responseForOperation({ schema, document, operation, operationName, request, contextValue }) {
        // Apollo comes here without one too, where none of several was named.
        if (operation?.operation !== OperationTypeNode.QUERY) return null;
        const run = compiler(schema, document, operationName);
        const { variables = {} } = request;
        if (!run || getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors)
          return null;
        const { data, errors } = (await run(undefined, contextValue, variables)) as ExecutionResult;
        // It refuses some variables that graphql takes, such as a default's of a type that must be given, before anything has run.
        if (data === undefined) return null;
        const told = errors && {
          errors: oneErrorANull(data, errors).map((error) => publicError(error, contextValue.record)),
        };
        const singleResult = { data, ...told };
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
      },
    }),
  };
}
