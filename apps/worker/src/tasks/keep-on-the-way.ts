import { Model, notifyExperiment, type TrainingRecord } from '@kindred/core';
import { disposeWeights, type Weights } from '@kindred/ml';
import type { FamilyMember } from './family.ts';
import { storeWeights } from './store-weights.ts';
import type { TaskContext } from './task.ts';

/** A model that another is on its way: after so many passes of its training. */
export interface OnTheWay {
  modelId: string;
  epoch: number;
}

/**
 * Keeps what a model is on its way, after the steps that come nearest to the epochs asked for. It is stored at once: whoever
 * takes over an interrupted training may begin behind it.
 */
export function keepOnTheWay(
  context: TaskContext,
  { model, specs }: FamilyMember,
  wanted: readonly OnTheWay[],
  { epochs, steps }: { epochs: number; steps: number },
) {
  const stepOf = ({ epoch }: OnTheWay) => (epochs === 0 ? 0 : Math.round((epoch / epochs) * steps));

  /** @param read gives weights that are disposed of here; called where some are wanted after this step */
  return async (
    step: number,
    read: () => Weights | Promise<Weights>,
    recordOf: (epochs: number) => TrainingRecord,
  ): Promise<void> => {
    const here = wanted.filter((one) => stepOf(one) === step);
    if (here.length === 0) return;
    const weights = await read();
    for (const { modelId, epoch } of here) {
      const store = await storeWeights(context, modelId, weights, specs, recordOf(epoch));
      await context.db.transaction(async (transaction) => {
        await store(transaction);
        const { maskDigest, sparsity } = await transaction.findOneByOrFail(Model, { id: model.id });
        await transaction.update(Model, modelId, { maskDigest, sparsity });
        await notifyExperiment(transaction, model.experimentId);
      });
    }
    disposeWeights(weights);
  };
}
