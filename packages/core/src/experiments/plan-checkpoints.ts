import type { PlannedMember, PlannedModel } from '../methods/method.ts';

/**
 * The checkpoints of each member of a family: evenly spaced over its training, from before the first step on, its end left out.
 * Those of siblings at one epoch are siblings too, since their masks are. `newId` draws their ids.
 */
export function planCheckpoints(family: readonly PlannedMember[], newId: () => string): PlannedModel[] {
  const idsOf = new Map(
    family.map(({ model, checkpoints }) => [model.id, Array.from({ length: checkpoints }, newId)]),
  );
  const planned = family.flatMap(({ model, recipe, checkpoints }) =>
    idsOf.get(model.id)!.map((id, index) => {
      const epoch = (recipe.epochs * index) / checkpoints;
      const siblingId = model.siblingId && idsOf.get(model.siblingId)![index]!;
      return { ...model, id, name: `${model.name}@${shortly(epoch)}`, siblingId, finalId: model.id, epoch };
    }),
  );
  return planned.map((model, index) => ({
    ...model,
    kind: 'checkpoint',
    position: family.length + index,
  }));
}

/** Three digits tell even the 64th of many epochs from the 63rd. */
const shortly = (epoch: number): number => Number(epoch.toPrecision(3));
