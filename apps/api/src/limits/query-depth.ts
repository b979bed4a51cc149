import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { foldFields } from './fold-fields.ts';

/** Levels of fields of an operation in a valid document; introspection counts as one level. */
export function queryDepth(document: DocumentNode, operation: OperationDefinitionNode): number {
  return foldFields(document, operation, {
    ofField: ({ name }, within) => (name.value.startsWith('__') ? 1 : 1 + within),
    ofFragment: (within) => within,
    join: (one, other) => Math.max(one, other),
  });
}
