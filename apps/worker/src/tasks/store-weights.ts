import { Model, type TrainingRecord } from '@kindred/core';
import { encodeWeights, type TensorSpec, type Weights } from '@kindred/ml';
import type { Store, TaskContext } from './task.ts';

/** How to store what a model weighs, and how it came to that. */
export async function storeWeights(
  { artifacts }: TaskContext,
  modelId: string,
  weights: Weights,
  specs: readonly TensorSpec[],
  training: TrainingRecord,
): Promise<Store> {
  const file = await encodeWeights(weights, specs);
  return async (transaction) => {
    const weightsDigest = await artifacts.put(file, 'application/vnd.safetensors', transaction);
    await transaction.update(Model, modelId, { weightsDigest, training });
  };
}
