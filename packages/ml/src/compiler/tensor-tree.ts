/** What every leaf of a tree tells: tensors do, and their specs, and the nodes of a traced graph. */
export interface Leaf {
  readonly shape: readonly number[];
  readonly dtype: string;
}

/** Leaves by name or in lists, nested as it reads best; a TensorTree is one of tensors. */
export type Tree<L extends Leaf> = L | readonly Tree<L>[] | { readonly [name: string]: Tree<L> };

/** Leaves by path, the names from the root joined by "/": `state/weights/conv1.weight`. A tree of one leaf has the path "". */
export function flattenTree<L extends Leaf>(tree: Tree<L>): Map<string, L> {
  const leaves = new Map<string, L>();
  mapTree(tree, (leaf, path) => {
    if (leaves.has(path)) throw new Error(`Two leaves of a tree are called "${path}"`);
    leaves.set(path, leaf);
    return leaf;
  });
  return leaves;
}

/** A tree of the shape of `like`, with the leaves of these paths. */
export function unflattenTree<L extends Leaf>(leaves: ReadonlyMap<string, L>, like: Tree<Leaf>): Tree<L> {
  return mapTree(like, (_, path) => {
    const leaf = leaves.get(path);
    if (!leaf) throw new Error(`No leaf is called "${path}": there are ${[...leaves.keys()].join(', ')}`);
    return leaf;
  });
}

/** The same tree of other leaves. */
export function mapTree<L extends Leaf, M extends Leaf>(
  tree: Tree<L>,
  change: (leaf: L, path: string) => M,
  path = '',
): Tree<M> {
  if (isLeaf(tree)) return change(tree, path);
  const inside = (name: string | number) => (path === '' ? `${name}` : `${path}/${name}`);
  if (isList(tree)) return tree.map((branch, index) => mapTree(branch, change, inside(index)));
  if (typeof tree !== 'object' || tree === null) {
    throw new Error(`"${path}" is ${tree}: a tree has tensors, lists and records`);
  }
  return Object.fromEntries(
    Object.entries(tree).map(([name, branch]) => [name, mapTree(branch, change, inside(name))]),
  );
}

function isLeaf<L extends Leaf>(tree: Tree<L>): tree is L {
  return typeof (tree as L | undefined)?.dtype === 'string' && Array.isArray((tree as L).shape);
}

function isList<L extends Leaf>(tree: Tree<L>): tree is readonly Tree<L>[] {
  return Array.isArray(tree);
}
