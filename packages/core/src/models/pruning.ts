import { z } from 'zod';
import { share } from '../experiments/quantities.ts';

export const pruningKinds = ['random', 'anti-random'] as const;
export const granularities = ['unstructured', 'structured'] as const;
export const pruningScopes = ['layer', 'filter', 'global'] as const;

/** What a mask removes. */
const removed = {
  /** Single weights, or whole output filters. */
  granularity: z.enum(granularities),
  /** What the sparsity is a share of: each tensor, each filter of each tensor, or all tensors pooled. */
  scope: z.enum(pruningScopes),
  /** Share of the weights or filters that a child loses. */
  sparsity: share,
};

const wholeFilters = ({ granularity, scope }: { granularity: string; scope: string }): boolean =>
  !(granularity === 'structured' && scope === 'filter');
const filterMessage = {
  error: 'structured pruning removes whole filters, so no share of each: the scope is layer or global',
  path: ['scope'],
};

/** How a parent's weights are shared out among the children of one draw (paper, §II-B). */
export const randomPruning = z
  .strictObject({
    /** `anti-random`: the children split the weights, each kept by exactly one. `random`: each draws for itself. */
    kind: z.enum(pruningKinds),
    ...removed,
    /** Masks that are drawn together. */
    children: z.number().int().min(1).max(64),
  })
  .refine(wholeFilters, filterMessage)
  .refine(({ kind, children }) => kind === 'random' || children > 1, {
    error: 'anti-random children split the weights among two or more',
    path: ['children'],
  })
  .refine(
    ({ kind, children, sparsity }) =>
      kind === 'random' || children <= 2 || Math.abs(sparsity - (1 - 1 / children)) < 1e-9,
    { error: 'each of k anti-random children keeps 1/k, so the sparsity is 1 − 1/k', path: ['sparsity'] },
  );

/** The paper's: two children that split every layer's weights in halves. */
export const antiRandomHalves: z.infer<typeof randomPruning> = {
  kind: 'anti-random',
  granularity: 'unstructured',
  scope: 'layer',
  sparsity: 0.5,
  children: 2,
};

/** The largest weights are kept (paper, §IV). */
export const magnitudePruning = z.strictObject(removed).refine(wholeFilters, filterMessage);
