import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How a number comes up from the fields of an operation. */
export interface FieldFold {
  /** Of a field, by the number of what is within. */
  ofField(field: FieldNode, within: number): number;
  /** Of a fragment where it is spread, by the number of what is within. */
  ofFragment(within: number): number;
  /** Of two that stand beside each other. */
  join(one: number, other: number): number;
}

/**
 * A number of an operation in a valid document; 0 of nothing. Each fragment is looked at once, however often it is spread: a few that
 * spread one another twice are billions when they are written out.
 */
export function foldFields(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { ofField, ofFragment, join }: FieldFold,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();

  function ofSet(set: SelectionSetNode | undefined): number {
    return set ? set.selections.map(ofSelection).reduce(join, 0) : 0;
  }

  function ofSelection(selection: SelectionNode): number {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(ofNamed(selection.name.value));
    const within = ofSet(selection.selectionSet);
    return selection.kind === Kind.FIELD ? ofField(selection, within) : ofFragment(within);
  }

  function ofNamed(name: string): number {
    const number = known.get(name) ?? ofSet(fragments.get(name)?.selectionSet);
    known.set(name, number);
    return number;
  }

  return ofSet(operation.selectionSet);
}
