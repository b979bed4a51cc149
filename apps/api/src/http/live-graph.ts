import type { Server } from 'node:http';
import { DomainError } from '@kindred/core';
import {
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import type { Disposable, SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { type Context, createContext, type Services } from '../context.ts';
import { asGraphQLError, publicError } from '../errors.ts';
import { checkLimits, maximumTokens } from '../limits/check-limits.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import { callerOf } from './caller.ts';

const maximumMessageBytes = 1_000_000;

/** Answers subscriptions over websockets at the graph's address. */
export function serveLiveGraph(
  schema: GraphQLSchema,
  http: Server,
  services: Services,
  rateLimit: RateLimit,
): Disposable {
  const sockets = new WebSocketServer({ server: http, path: '/graphql', maxPayload: maximumMessageBytes });
  return useServer(
    {
      onSubscribe: ({ extra }, _id, payload) =>
        prepare(schema, payload, createContext(services, callerOf(extra.request)), rateLimit),
      onError: (_connection, _id, _payload, errors) => errors.map((error) => publicError(error)),
      onNext: (_connection, _id, _payload, _args, result) =>
        result.errors && { ...result, errors: result.errors.map((error) => publicError(error)) },
    },
    sockets,
  );
}

/** What to run, or why not. */
async function prepare(
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
  contextValue: Context,
  rateLimit: RateLimit,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  try {
    const document = parse(query, { maxTokens: maximumTokens });
    const faults = validate(schema, document);
    if (faults.length > 0) return faults;
    const operation = getOperationAST(document, operationName);
    if (operation) {
      checkSubscription(operation);
      const values = checkLimits({ schema, document, operation, variables: variables ?? undefined });
      await rateLimit.take(contextValue.caller, values);
    }
    return { schema, document, operationName, variableValues: variables, contextValue };
  } catch (error) {
    return [asGraphQLError(error)];
  }
}

/** A page of any site may open a websocket to here, so nothing that can be guessed is answered and nothing is changed. */
function checkSubscription({ operation }: OperationDefinitionNode): void {
  if (operation === OperationTypeNode.SUBSCRIPTION) return;
  throw new DomainError(
    'BAD_INPUT',
    `Only subscriptions are answered over a websocket: post this ${operation} to /graphql.`,
  );
}
