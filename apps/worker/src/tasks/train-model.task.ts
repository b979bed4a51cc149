import { type Recipe, trainModelJob } from '@kindred/core';
import {
  drawMasks,
  erdosRenyiKernel,
  initializeWeights,
  type Mask,
  type PruningMethod,
  readArrays,
  requirePath,
  stepsAnEpoch,
  type Weights,
} from '@kindred/ml';
import { courseOf } from './course-of.ts';
import { type FamilyMember, loadMask, loadMember, loadWeights } from './family.ts';
import { storeMask } from './store-mask.ts';
import { defineTask, type TaskContext } from './task.ts';
import { trainMember } from './train-member.ts';

/** Gives a model its weights as its recipe says: it starts from others or fresh, is pruned or not, and trained. */
export const trainModel = defineTask(trainModelJob, async ({ modelId, recipe, checkpoints }, context) => {
  const member = await loadMember(context, modelId);
  const weights = await startingWeights(context, member, recipe);
  const mask = await maskOf(context, member, recipe, weights);
  if (mask) await showMask(context, member, mask);
  return trainMember(context, member, {
    weights,
    checkpoints,
    ...(mask && { mask }),
    ...(recipe.dropoutRate && { dropoutRate: recipe.dropoutRate }),
    ...courseOf(recipe, stepsAnEpoch(member.config.data.train, member.config.parent.batchSize)),
    ...(recipe.weights && { importedFrom: member.imported!.source }),
  });
});

/** Before the training, so that people see at once what is left to be trained; refused where that is no network any more. */
async function showMask(context: TaskContext, member: FamilyMember, mask: Mask): Promise<void> {
  const { model, specs, architecture } = member;
  requirePath(model.name, specs, mask, architecture.wiring!(specs));
  await context.db.transaction(storeMask(context, member, mask));
}

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

/** Beside a shortcut a network can do without a layer; a mask that leaves no path at all isn't stored. */
const allowCollapse = true;

async function maskOf(
  context: TaskContext,
  { model, specs, config: { seed } }: FamilyMember,
  { from, pruning }: Recipe,
  weights: Weights,
): Promise<Mask | undefined> {
  switch (pruning?.kind) {
    case undefined:
      return undefined;
    case 'random':
      return drawMasks(specs, { ...pruning.method, allowCollapse }, { seed, family: pruning.family })[
        pruning.child
      ];
    case 'erdos-renyi':
      return erdosRenyiKernel(specs, pruning.density, seed, model.name);
    case 'inherited':
      return loadMask(context, await loadMember(context, from!));
    case 'magnitude': {
      const method: PruningMethod = { ...pruning.method, kind: 'magnitude', children: 1, allowCollapse };
      return drawMasks(specs, method, { seed, family: 0, weights: await readArrays(weights) })[0];
    }
  }
}
