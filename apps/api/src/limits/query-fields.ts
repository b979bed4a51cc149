import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { foldFields } from './fold-fields.ts';

/** Fields and fragments of an operation in a valid document, with its fragments written out. */
export function queryFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  return foldFields(document, operation, {
    ofField: (_field, within) => 1 + within,
    ofFragment: (within) => 1 + within,
    join: (one, other) => one + other,
  });
}
