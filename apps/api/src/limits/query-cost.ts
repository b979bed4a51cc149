import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';

export interface Costed {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown> | undefined;
}

/** Taken for lists that a configuration or an architecture bounds, such as layers and members. */
const usualListLength = 10;

/** The most values that an operation's answer can be expected to hold; a field's `complexity` counts as values too. */
export function queryCost({ schema, document, operation, variables }: Costed): number {
  return getComplexity({
    schema,
    query: document,
    variables,
    operationName: operation.name?.value,
    estimators: [fieldExtensionsEstimator(), countValues],
  });
}

/** One for the field itself, and its children as often as they come: a page has `first` of them. */
const countValues: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (field.name.startsWith('__')) return 1;
  if (typeof args.first === 'number') return 1 + Math.max(0, args.first) * childComplexity;
  const repeated = isListOfObjects(field.type) && field.name !== 'nodes';
  return 1 + childComplexity * (repeated ? usualListLength : 1);
};

function isListOfObjects(type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return isListOfObjects(type.ofType);
  return isListType(type) && isCompositeType(isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType);
}
