import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { publicError, refusedRequest } from '../errors.ts';
import { checkLimits, maximumTokens } from '../limits/check-limits.ts';
import { compileQueries } from './compile-queries.ts';

/** Answers queries and mutations over HTTP. */
export function createGraph(schema: GraphQLSchema, http: Server): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: maximumTokens },
    formatError: (_formatted, error) => publicError(error),
    plugins: [
      limits,
      compileQueries(),
      ApolloServerPluginDrainHttpServer({ httpServer: http }),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

const limits: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      try {
        checkLimits({ schema, document, operation, variables: request.variables });
      } catch (error) {
        throw refusedRequest(error);
      }
    },
  }),
};
