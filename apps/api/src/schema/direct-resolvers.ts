import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Metadata = ReturnType<typeof getMetadataStorage>;
type FieldResolver = Metadata['fieldResolvers'][number];
type Param = NonNullable<FieldResolver['params']>[number];
type Read = (
  root: unknown,
  args: Record<string, unknown>,
  context: unknown,
  info: GraphQLResolveInfo,
) => unknown;

/**
 * Field resolvers are called with what graphql has read. type-graphql would await each argument in turn, to validate it and make it an
 * instance of its class, and here it does neither: on a page of neurons that takes longer than the resolvers.
 */
export function applyDirectResolvers(schema: GraphQLSchema): GraphQLSchema {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const names = new Map(objectTypes.map(({ target, name }) => [target, name]));
  for (const resolver of fieldResolvers) {
    const type = schema.getType(names.get(resolver.getObjectType!())!);
    const reads = (resolver.params ?? []).toSorted((a, b) => a.index - b.index).map(readerOf);
    const field = isObjectType(type) && type.getFields()[resolver.schemaName];
    if (field && reads.every((read) => read !== undefined)) field.resolve = direct(resolver, reads);
  }
  return schema;
}

function direct(
  { target, methodName }: FieldResolver,
  reads: Read[],
): GraphQLFieldResolver<unknown, unknown> {
  const instance = new (target as new () => Record<string, (...values: unknown[]) => unknown>)();
  const method = instance[methodName]!.bind(instance);
  return (root, args, context, info) => method(...reads.map((read) => read(root, args, context, info)));
}

/** Undefined for what only type-graphql can read. */
function readerOf(param: Param): Read | undefined {
  switch (param.kind) {
    case 'root':
      return (root) => root;
    case 'context':
      return (_root, _args, context) => context;
    case 'info':
      return (_root, _args, _context, info) => info;
    case 'arg':
      return (_root, args) => args[param.name];
    case 'args':
      return (_root, args) => args;
  }
}
