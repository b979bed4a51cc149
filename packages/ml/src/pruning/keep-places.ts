import { createRandom } from '../random/random.ts';
import type { PruningMethod } from './pruning-method.ts';

/**
 * Which of `places` places each child keeps, 1 or 0: places are weights or filters.
 * @param key tells apart the draws of a family
 * @param sizes how large each place's weights are, for pruning by magnitude
 */
export type KeepPlaces = (
  places: number,
  key: readonly (string | number)[],
  sizes: Float32Array | undefined,
) => Uint8Array<ArrayBuffer>[];

export function keepPlaces(method: PruningMethod, seed: number, family: number): KeepPlaces {
  const { kind, sparsity, children } = method;
  const order = (places: number, ...key: (string | number)[]) =>
    createRandom(seed, 'mask', family, ...key).permutation(places);
  const pruned = (places: number) => Math.round(sparsity * places);
  switch (kind) {
    case 'random':
      return (places, key) =>
        Array.from({ length: children }, (_, child) =>
          keepOnly(order(places, 'child', child, ...key).subarray(pruned(places)), places),
        );
    case 'anti-random':
      return (places, key) => splitAmong(children, order(places, ...key), pruned(places));
    case 'magnitude':
      return (places, _, sizes) => [keepLargest(pruned(places), sizes!)];
  }
}

/**
 * Each child keeps its part of the order, the first child the last part: it loses exactly the `pruned` places before that, which
 * are the other children's.
 */
function splitAmong(children: number, order: Uint32Array, pruned: number): Uint8Array<ArrayBuffer>[] {
  const places = order.length;
  const cuts = Array.from({ length: children + 1 }, (_, part) => Math.round((part * places) / children));
  cuts[children - 1] = pruned;
  return Array.from({ length: children }, (_, child) =>
    keepOnly(order.subarray(cuts[children - 1 - child], cuts[children - child]), places),
  );
}

/** Those places alone. */
export function keepOnly(kept: Uint32Array, places: number): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(places);
  for (const place of kept) bits[place] = 1;
  return bits;
}

/** All but the `pruned` smallest; of equal ones the first go. */
export function keepLargest(pruned: number, sizes: Float32Array): Uint8Array<ArrayBuffer> {
  const kept = new Uint8Array(sizes.length).fill(1);
  if (pruned === 0) return kept;
  const ascending = sizes.slice().sort();
  const threshold = ascending[pruned - 1]!;
  let equals = pruned - ascending.indexOf(threshold);
  for (let place = 0; place < sizes.length; place++) {
    const size = sizes[place]!;
    if (size < threshold || (size === threshold && equals-- > 0)) kept[place] = 0;
  }
  return kept;
}
