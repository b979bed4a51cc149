import { Model, Visualization } from '@kindred/core';
import { In } from 'typeorm';
import { visualizationKey } from './content-key.ts';
import type { FamilyMember } from './family.ts';
import type { TaskContext } from './task.ts';

/** A wish for a picture, with the content key of what fulfils it. */
export interface Wish extends Visualization {
  contentKey: string;
}

/** Those of a model's pictures that aren't finished, or aren't kept after each of the steps, by neuron. */
export async function findWishes(
  context: TaskContext,
  member: FamilyMember,
  ids: readonly string[],
  steps: readonly number[],
): Promise<Wish[]> {
  const rows = await context.db.manager.find(Visualization, {
    where: { id: In(ids) },
    relations: { steps: true },
  });
  const wished = rows.filter(
    ({ status, steps: kept }) => status === 'queued' || (status === 'done' && !isKeptAfter(steps, kept)),
  );
  const digestOf = await findOthers(context, wished);
  const indexOf = ({ objective }: Visualization) => objective.diversity?.index ?? 0;
  return wished
    .map((one) => ({ ...one, contentKey: visualizationKey(context, member, one, digestOf(one)) }))
    .sort(
      // The pictures that people look at come before those by further seeds.
      (a, b) =>
        a.seed - b.seed || a.layer.localeCompare(b.layer) || a.channel - b.channel || indexOf(a) - indexOf(b),
    );
}

export function isKeptAfter(steps: readonly number[], kept: Visualization['steps']): boolean {
  return steps.every((step) => kept.some((one) => one.step === step));
}

/** The weights digest of the model that a picture contrasts its own with, if it does. */
async function findOthers({ db }: TaskContext, wished: readonly Visualization[]) {
  const ids = wished.flatMap(({ objective }) => objective.contrast?.modelId ?? []);
  const others = new Map((await db.manager.findBy(Model, { id: In(ids) })).map((model) => [model.id, model]));
  return ({ objective: { contrast } }: Visualization) =>
    contrast && others.get(contrast.modelId)?.weightsDigest;
}
