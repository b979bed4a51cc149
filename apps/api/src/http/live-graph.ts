import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import { DomainError, type Log } from '@kindred/core';
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
import { checkAccess } from '../access/check-access.ts';
import type { Gate } from '../access/gate.ts';
import type { Viewer } from '../access/viewer.ts';
import { type Context, createContext } from '../context.ts';
import { asGraphQLError, publicError } from '../errors.ts';
import { checkLimits, maximumTokens } from '../limits/check-limits.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import type { Services } from '../services.ts';
import { requireViewer } from './identify.ts';
import { recordOperation } from './observe-operations.ts';
import type { OperationTexts } from './operation-texts.ts';
import { createRequestRecord } from './request-record.ts';

const maximumMessageBytes = 1_000_000;

interface LiveGraphSettings {
  texts: OperationTexts;
  rateLimit: RateLimit;
  gate: Gate;
  log: Log;
}

/** Answers subscriptions over websockets at the graph's address. */
export function serveLiveGraph(
  schema: GraphQLSchema,
  http: Server,
  services: Services,
  { texts, rateLimit, gate, log }: LiveGraphSettings,
): Disposable {
  const sockets = new WebSocketServer({ server: http, path: '/graphql', maxPayload: maximumMessageBytes });
  return useServer(
    {
      onSubscribe: async ({ extra, connectionParams }, _id, payload) => {
        try {
          const viewer = await requireViewer(gate, headersOf(extra.request, connectionParams));
          const record = createRequestRecord(log);
          const context = createContext(services, gate, viewer, gate.addressOf(extra.request), record);
          const prepared = await prepare(
            schema,
            { ...payload, query: texts.find(payload) ?? '' },
            context,
            rateLimit,
          );
          if (!Array.isArray(prepared)) tell(log, context);
          return prepared;
        } catch (error) {
          return [asGraphQLError(error)];
        }
      },
      onError: (_connection, _id, _payload, errors) => {
        const record = createRequestRecord(log);
        const told = errors.map((error) => publicError(error, record));
        log.info({ requestId: record.id, code: told[0]?.extensions?.code }, 'Subscription refused');
        return told;
      },
      onNext: async ({ extra, connectionParams }, _id, _payload, { contextValue }, result) => {
        const { viewer, record } = contextValue as Context;
        try {
          await checkStillIn(gate, headersOf(extra.request, connectionParams), viewer);
        } catch (error) {
          return { errors: [publicError(error, record)] };
        }
        return (
          result.errors && { ...result, errors: result.errors.map((error) => publicError(error, record)) }
        );
      },
    },
    sockets,
  );
}

function tell(log: Log, { record, viewer, rateStanding }: Context): void {
  const { id: requestId, operation } = record;
  const { userId, apiKeyId } = viewer;
  log.info({ requestId, operation, points: rateStanding?.cost, userId, apiKeyId }, 'Subscription');
}

/** A browser sends its cookies, a script may send its key as the parameter `authorization` of the connection. */
function headersOf(
  { headers }: IncomingMessage,
  parameters: Record<string, unknown> | undefined,
): IncomingHttpHeaders {
  const { authorization } = parameters ?? {};
  return typeof authorization === 'string' ? { ...headers, authorization } : headers;
}

/** A subscription may outlive a session, a key or a membership: nothing more is told after those. */
async function checkStillIn(gate: Gate, headers: IncomingHttpHeaders, before: Viewer): Promise<void> {
  const { workspaceId } = await requireViewer(gate, headers);
  if (workspaceId === before.workspaceId) return;
  throw new DomainError('FORBIDDEN', 'You are a member of this workspace no more.');
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
      checkAccess(schema, document, contextValue.viewer);
      const values = checkLimits({ schema, document, operation, variables: variables ?? undefined });
      contextValue.rateStanding = await rateLimit.take(contextValue.caller, values);
      recordOperation(contextValue.record, operation);
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
