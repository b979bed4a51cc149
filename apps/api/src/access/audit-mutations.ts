import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { audited } from './audited.ts';

/** Writes down every mutation: who asked for what, and what came of it. */
export function auditMutations(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    field.resolve = withAudit(field.name, field.resolve ?? defaultFieldResolver);
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, Context>;

function withAudit(action: string, resolve: Resolve): Resolve {
  return (root, values, context, info) =>
    audited(context, action, values, async () => resolve(root, values, context, info));
}
