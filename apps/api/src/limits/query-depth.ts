import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Levels of fields of an operation in a valid document; introspection counts as one level. */
export function queryDepth(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();

  function ofSet(set: SelectionSetNode | undefined): number {
    return set ? set.selections.reduce((depth, selection) => Math.max(depth, ofSelection(selection)), 0) : 0;
  }

  function ofSelection(selection: SelectionNode): number {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    return selection.name.value.startsWith('__') ? 1 : 1 + ofSet(selection.selectionSet);
  }

  function ofFragment(name: string): number {
    const depth = known.get(name) ?? ofSet(fragments.get(name)?.selectionSet);
    known.set(name, depth);
    return depth;
  }

  return ofSet(operation.selectionSet);
}
