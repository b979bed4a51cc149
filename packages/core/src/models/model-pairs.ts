import type { Model, ModelKind } from './model.entity.ts';

/** Models that come one after the other, or side by side, by what pairs of them are called. */
const lines = {
  children: 'child',
  snapshots: 'snapshot',
  fge: 'fge',
  horizontal: 'horizontal',
  dense: 'dense',
  ltr: 'ltr',
  edst: 'edst',
} as const satisfies Record<string, ModelKind>;

export const pairKinds = ['siblings', ...(Object.keys(lines) as (keyof typeof lines)[])] as const;
export type PairKind = (typeof pairKinds)[number];

/** The pairs of a family that are compared with each other: siblings, or each model of a kind with the next. */
export function pairsOf(models: readonly Model[], kind: PairKind): [Model, Model][] {
  return kind === 'siblings' ? siblingPairs(models) : neighbourPairs(models, lines[kind]);
}

/** Each pair of siblings once, in the order of the family. */
export function siblingPairs(models: readonly Model[]): [Model, Model][] {
  return models.flatMap((model): [Model, Model][] => {
    const sibling = models.find(({ id, position }) => id === model.siblingId && position > model.position);
    return sibling ? [[model, sibling]] : [];
  });
}

/** Each snapshot with the next. */
export function snapshotPairs(models: readonly Model[]): [Model, Model][] {
  return neighbourPairs(models, 'snapshot');
}

function neighbourPairs(models: readonly Model[], kind: ModelKind): [Model, Model][] {
  const line = models.filter((model) => model.kind === kind && !model.siblingId);
  return line.slice(1).map((model, index) => [line[index]!, model]);
}
