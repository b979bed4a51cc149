import { encodeCursor } from './cursor.ts';

/** What the GraphQL type of a connection reads. */
export interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** `keyOf` becomes the cursor. */
export function pageOf<Node>(
  nodes: Node[],
  keyOf: (node: Node) => string,
  { hasNextPage, totalCount }: { hasNextPage: boolean; totalCount: number },
): Page<Node> {
  const last = nodes.at(-1);
  const endCursor = last === undefined ? null : encodeCursor(keyOf(last));
  return { nodes, pageInfo: { hasNextPage, endCursor }, totalCount };
}
