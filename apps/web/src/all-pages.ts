interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The nodes of every page of a connection, in order; none where there is no connection. */
export async function allPages<Node>(
  read: (after: string | null) => Promise<Page<Node> | undefined>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let page: Page<Node> | undefined;
  do {
    page = await read(page?.pageInfo.endCursor ?? null);
    nodes.push(...(page?.nodes ?? []));
  } while (page?.pageInfo.hasNextPage);
  return nodes;
}
