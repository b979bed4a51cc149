import type { Model } from './model.entity.ts';

/** Each pair of siblings once, in the order of the family. */
export function siblingPairs(models: readonly Model[]): [Model, Model][] {
  return models.flatMap((model): [Model, Model][] => {
    const sibling = models.find(({ id, position }) => id === model.siblingId && position > model.position);
    return sibling ? [[model, sibling]] : [];
  });
}

/** Each snapshot with the next. */
export function snapshotPairs(models: readonly Model[]): [Model, Model][] {
  const snapshots = models.filter(({ kind }) => kind === 'snapshot');
  return snapshots.slice(1).map((snapshot, index) => [snapshots[index]!, snapshot]);
}
