import { type Document, isMap, isNode, isScalar, type Node } from 'yaml';

/** Where a value begins in the text, or one of its keys; where there is none, as behind an alias, what is around it. */
export function offsetOf(document: Document, path: readonly (string | number)[], key?: string): number {
  const node = nodeAt(document, path);
  const pair = isMap(node) && node.items.find((item) => isScalar(item.key) && item.key.value === key);
  const found = pair ? (pair.key as Node) : node;
  return found?.range?.[0] ?? 0;
}

function nodeAt(document: Document, path: readonly (string | number)[]): Node | null {
  const found = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isNode(found)) return found;
  return path.length === 0 ? null : nodeAt(document, path.slice(0, -1));
}
