import { decodeCursor, foreignCursor } from './cursor.ts';
import { type Page, pageOf } from './page.ts';
import { checkFirst, type PageArgs } from './page-args.ts';

/**
 * A page of a list that is whole in memory, for lists that a configuration or an architecture bounds.
 * `keyOf` tells nodes apart and becomes the cursor. Throws BAD_INPUT for a cursor of another list.
 */
export function cutPage<Node>(
  list: readonly Node[],
  { first, after }: PageArgs,
  keyOf: (node: Node) => string,
): Page<Node> {
  checkFirst(first);
  const start = after == null ? 0 : positionAfter(list, after, keyOf);
  const nodes = list.slice(start, start + first);
  return pageOf(nodes, keyOf, { hasNextPage: start + nodes.length < list.length, totalCount: list.length });
}

function positionAfter<Node>(list: readonly Node[], after: string, keyOf: (node: Node) => string): number {
  const key = decodeCursor(after);
  const position = list.findIndex((node) => keyOf(node) === key);
  if (position < 0) throw foreignCursor(after);
  return position + 1;
}
