import { type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';

/** Whether an operation asks, somewhere below this field, for the field at a path; where not told otherwise, without arguments. */
export function asksFor(
  { fieldNodes, fragments }: GraphQLResolveInfo,
  path: readonly string[],
  { withArguments = false } = {},
): boolean {
  const found = (selections: readonly SelectionNode[], [name, ...rest]: readonly string[]): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        return found(fragments[selection.name.value]!.selectionSet.selections, [name!, ...rest]);
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return found(selection.selectionSet.selections, [name!, ...rest]);
      if (selection.name.value !== name) return false;
      return rest.length > 0
        ? found(selection.selectionSet?.selections ?? [], rest)
        : withArguments || !selection.arguments?.length;
    });
  return fieldNodes.some(({ selectionSet }) => found(selectionSet?.selections ?? [], path));
}
