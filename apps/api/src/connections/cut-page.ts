import { DomainError } from '@kindred/core';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { checkFirst, type PageArgs } from './page-args.ts';

export interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

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
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: {
      hasNextPage: start + nodes.length < list.length,
      endCursor: last === undefined ? null : encodeCursor(keyOf(last)),
    },
    totalCount: list.length,
  };
}

function positionAfter<Node>(list: readonly Node[], after: string, keyOf: (node: Node) => string): number {
  const key = decodeCursor(after);
  const position = list.findIndex((node) => keyOf(node) === key);
  if (position >= 0) return position + 1;
  throw new DomainError(
    'BAD_INPUT',
    `after: "${after.slice(0, 80)}" is not a cursor of this list: take the endCursor of the page before.`,
  );
}
