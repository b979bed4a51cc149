import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, type HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Log } from '@kindred/core';
import type { GraphQLSchema } from 'graphql';
import { checkAccess } from '../access/check-access.ts';
import type { Context } from '../context.ts';
import { publicError, refusedRequest } from '../errors.ts';
import { checkLimits, maximumTokens } from '../limits/check-limits.ts';
import { type RateLimit, type RateStanding, secondsUntil } from '../limits/rate-limit.ts';
import { answerBytes } from './answer-bytes.ts';
import { compileQueries } from './compile-queries.ts';
import { observeOperations } from './observe-operations.ts';
import { createRequestRecord, type RequestRecord } from './request-record.ts';

export interface GraphSettings {
  /** Whether clients may ask for the schema. */
  introspection: boolean;
  rateLimit: RateLimit;
  log: Log;
}

/** Answers queries and mutations over HTTP. */
export function createGraph(
  schema: GraphQLSchema,
  http: Server,
  { introspection, rateLimit, log }: GraphSettings,
): ApolloServer<Context> {
  // Apollo formats an error without saying whose it is.
  const records = new WeakMap<object, RequestRecord>();
  return new ApolloServer<Context>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: maximumTokens },
    // Bytes, which Express sends as they are.
    stringifyResult: (answer) => answerBytes(answer) as unknown as string,
    formatError: (_formatted, error) =>
      publicError(error, records.get(error as object) ?? createRequestRecord(log)),
    plugins: [
      observeOperations,
      rememberRecords(records),
      limits(rateLimit),
      compileQueries(),
      ApolloServerPluginDrainHttpServer({ httpServer: http }),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

const rememberRecords = (records: WeakMap<object, RequestRecord>): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    async didEncounterErrors({ errors, contextValue }) {
      for (const error of errors) records.set(error, contextValue.record);
    },
  }),
});

/** So that a script may slow down before it is refused. */
function tellStanding({ limit, remaining, resetAt }: RateStanding, headers: HeaderMap): void {
  headers.set('RateLimit-Limit', String(limit));
  headers.set('RateLimit-Remaining', String(remaining));
  headers.set('RateLimit-Reset', String(secondsUntil(resetAt)));
}

const limits = (rateLimit: RateLimit): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, response, contextValue }) => {
      if (!operation) return;
      try {
        checkAccess(schema, document, contextValue.viewer);
        const values = checkLimits({ schema, document, operation, variables: request.variables });
        const standing = await rateLimit.take(contextValue.caller, values);
        contextValue.rateStanding = standing;
        tellStanding(standing, response.http.headers);
      } catch (error) {
        throw refusedRequest(error);
      }
    },
  }),
});
