import { type Recipe, trainModelJob } from '@kindred/core';
import {
  arraysOf,
  drawMasks,
  initializeWeights,
  type Mask,
  type PruningMethod,
  requirePath,
  type Weights,
} from '@kindred/ml';
import { type FamilyMember, loadMember, loadWeights } from './family.ts';
import { scheduleOf } from './schedule-of.ts';
import { storeMask } from './store-mask.ts';
import { defineTask, type TaskContext } from './task.ts';
import { type Training, trainMember } from './train-member.ts';

/** Gives a model its weights as its recipe says: it starts from others or fresh, is pruned or not, and trained. */
export const trainModel = defineTask(trainModelJob, async ({ modelId, recipe }, context) => {
  const member = await loadMember(context, modelId);
  const weights = await startingWeights(context, member, recipe);
  const mask = await maskOf(member, recipe.pruning, weights);
  if (mask) await showMask(context, member, mask);
  return trainMember(context, member, {
    weights,
    ...(mask && { mask }),
    epochs: recipe.epochs,
    ...(recipe.epochs === 0 ? asTheyAre : scheduleOf(recipe.schedule)),
    ...(recipe.weights && { importedFrom: member.imported!.source }),
  });
});

/** What a training of no steps follows. */
const asTheyAre: Pick<Training, 'scheduleName' | 'schedule'> = {
  scheduleName: 'none: the weights as they came',
  schedule: () => () => ({ learningRate: 0, momentum: 0 }),
};

/** The parent's fresh weights follow from the seed alone; those of other networks from their names too. */
async function startingWeights(
  context: TaskContext,
  { model, specs, config, imported }: FamilyMember,
  { from, weights }: Recipe,
): Promise<Weights> {
  if (weights) return imported!.weights();
  if (from) return loadWeights(context, await loadMember(context, from));
  return initializeWeights(specs, config.seed, model.kind === 'parent' ? [] : [model.name]);
}

/** Before the training, so that people see at once what is left to be trained; refused where no path is left. */
async function showMask(context: TaskContext, member: FamilyMember, mask: Mask): Promise<void> {
  const { model, specs, architecture } = member;
  requirePath(model.name, specs, mask, architecture.wiring!(specs));
  await context.db.transaction(storeMask(context, member, mask));
}

/** Beside a shortcut a network can do without a layer; a mask that leaves no path at all isn't stored. */
const allowCollapse = true;

async function maskOf(
  { specs, config: { seed } }: FamilyMember,
  pruning: Recipe['pruning'],
  weights: Weights,
): Promise<Mask | undefined> {
  if (!pruning) return undefined;
  if (pruning.kind === 'random')
    return drawMasks(specs, { ...pruning.method, allowCollapse }, { seed, family: pruning.family })[
      pruning.child
    ];
  const method: PruningMethod = { ...pruning.method, kind: 'magnitude', children: 1, allowCollapse };
  return drawMasks(specs, method, { seed, family: 0, weights: await arraysOf(weights) })[0];
}
