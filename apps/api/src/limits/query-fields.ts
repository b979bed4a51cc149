import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Fields of an operation in a valid document with its fragments written out. A few fragments that spread one another twice make
 * billions, which only counting each fragment once can tell in time.
 */
export function queryFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();

  function ofSet(set: SelectionSetNode | undefined): number {
    return set ? set.selections.reduce((fields, selection) => fields + ofSelection(selection), 0) : 0;
  }

  function ofSelection(selection: SelectionNode): number {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return 1 + ofFragment(selection.name.value);
    return 1 + ofSet(selection.selectionSet);
  }

  function ofFragment(name: string): number {
    const fields = known.get(name) ?? ofSet(fragments.get(name)?.selectionSet);
    known.set(name, fields);
    return fields;
  }

  return ofSet(operation.selectionSet);
}
