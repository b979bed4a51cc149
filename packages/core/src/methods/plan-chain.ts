import type { Recipe } from '../models/train-model.job.ts';
import type { Draft, Surroundings } from './method.ts';

/** Models trained one after the other, each from the one before, the first from the parent. */
export function planChain(
  kind: 'snapshot' | 'fge' | 'horizontal',
  members: number,
  { parentId, newId }: Surroundings,
  course: (index: number) => Pick<Recipe, 'epochs' | 'schedule'>,
): Draft[] {
  const ids = Array.from({ length: members }, newId);
  return ids.map((id, index) => ({
    id,
    name: `${kind}-${index + 1}`,
    kind,
    recipe: { from: ids[index - 1] ?? parentId, pruning: null, ...course(index) },
  }));
}
