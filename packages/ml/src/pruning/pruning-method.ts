import { badInput, isPositiveInteger } from '../errors/domain-error.ts';

const kinds = ['random', 'anti-random', 'magnitude'] as const;
const granularities = ['unstructured', 'structured'] as const;
const scopes = ['layer', 'filter', 'global'] as const;

/** How a parent's weights are shared out among its children, as data that a configuration can name (paper, §II-B). */
export interface PruningMethod {
  /**
   * `random`: each child draws for itself. `anti-random`: the children split the weights, each kept by exactly one of them.
   * `magnitude`: one child, the lottery ticket of the largest weights (paper, §IV).
   */
  kind: (typeof kinds)[number];
  /** Single weights, `connections` in the first PAT code, or whole output filters, `neurons` there. */
  granularity: (typeof granularities)[number];
  /** What the sparsity is a share of: each tensor, each filter of each tensor, or all tensors pooled. The first two are local. */
  scope: (typeof scopes)[number];
  /**
   * Share of the weights or filters that a child loses, above 0 and below 1. Of k anti-random children it is 1 − 1/k; of two it
   * may be another, which is the first child's, and the second loses the rest.
   */
  sparsity: number;
  /** Masks that are drawn together, k. */
  children: number;
  /** Let a layer lose all of its weights; refused unless given. */
  allowCollapse?: boolean;
}

/** The paper's: half of each tensor for one child, the other half for its sibling. */
export const antiRandomHalves: PruningMethod = {
  kind: 'anti-random',
  granularity: 'unstructured',
  scope: 'layer',
  sparsity: 0.5,
  children: 2,
};

/** The paper's comparison (Table III): the half with the largest weights of all tensors together. */
export const lotteryTicket: PruningMethod = {
  kind: 'magnitude',
  granularity: 'unstructured',
  scope: 'global',
  sparsity: 0.5,
  children: 1,
};

/** Refuses values that are no method, and those that don't go together. */
export function requireMethod({ kind, granularity, scope, sparsity, children }: PruningMethod): void {
  requireOneOf(kinds, kind, 'kind of pruning');
  requireOneOf(granularities, granularity, 'granularity');
  requireOneOf(scopes, scope, 'scope');
  if (!(sparsity > 0 && sparsity < 1))
    throw badInput(`Sparsity ${sparsity} is no share to remove: it must lie above 0 and below 1.`);
  if (!isPositiveInteger(children))
    throw badInput(`${children} children came; it must be a whole number of 1 or more.`);
  if (scope === 'filter' && granularity === 'structured')
    throw badInput(
      'Structured pruning removes whole filters, so no share of each filter: take the scope layer or global.',
    );
  if (kind === 'magnitude' && children !== 1)
    throw badInput(`${children} tickets came; the largest weights are the same for each: take 1 child.`);
  if (kind === 'anti-random') requireParts(sparsity, children);
}

function requireParts(sparsity: number, children: number): void {
  if (children < 2) throw badInput('1 anti-random child came; they split the weights among 2 or more.');
  const wanted = 1 - 1 / children;
  if (children > 2 && Math.abs(sparsity - wanted) > 1e-9)
    throw badInput(
      `Sparsity ${sparsity} came for ${children} anti-random children; each keeps 1/${children}: take ${wanted}.`,
    );
}

function requireOneOf<T extends string>(known: readonly T[], value: T, name: string): void {
  if (!known.includes(value)) throw badInput(`Unknown ${name} "${value}": known are ${known.join(', ')}.`);
}
