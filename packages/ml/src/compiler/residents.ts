import type { Leaf } from './tensor-tree.ts';

/**
 * The residents that outputs take the place of, by path: an output under the name of one, such as `state`, replaces all of
 * it, and has to be shaped alike.
 */
export function replacedResidents(
  residents: ReadonlyMap<string, Leaf>,
  outputs: ReadonlyMap<string, Leaf>,
): string[] {
  const names = new Set([...outputs.keys()].map(rootOf));
  const replaced = [...residents.keys()].filter((path) => names.has(rootOf(path)));
  const roots = new Set(replaced.map(rootOf));
  for (const path of [...outputs.keys()].filter((path) => roots.has(rootOf(path)))) {
    const [before, after] = [residents.get(path), outputs.get(path)];
    if (describe(before) !== describe(after)) {
      throw new Error(
        `A step gives ${describe(after)} for the resident "${path}", which is ${describe(before)}.`,
      );
    }
  }
  const lost = replaced.find((path) => !outputs.has(path));
  if (lost !== undefined) throw new Error(`A step gives nothing for the resident "${lost}".`);
  return replaced;
}

/** The outermost name of a path. */
function rootOf(path: string): string {
  return path.split('/', 1)[0]!;
}

export function describe(leaf: Leaf | undefined): string {
  return leaf ? `${leaf.dtype} [${leaf.shape}]` : 'nothing';
}
