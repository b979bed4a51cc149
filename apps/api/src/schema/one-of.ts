import { GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

const mark = 'oneOf';

/** Marks an input of which exactly one field must be given. */
export const OneOf = () => Extensions({ [mark]: true });

/** type-graphql has no word for `@oneOf`, so the marked inputs of a built schema are told here. */
export function applyOneOf(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLInputObjectType && type.extensions[mark]) type.isOneOf = true;
  }
  return schema;
}
