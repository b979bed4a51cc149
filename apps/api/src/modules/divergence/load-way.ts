import type { Model } from '@kindred/core';
import type { Context } from '../../context.ts';

/** A model's checkpoints from the first on, then itself, each with its epoch; empty where none were kept. */
export async function loadWay(
  model: Model,
  { loaders }: Context,
): Promise<{ epoch: number; model: Model }[]> {
  const checkpoints = await loaders.checkpoints.load(model.id);
  const way = checkpoints.map((checkpoint) => ({ epoch: checkpoint.epoch!, model: checkpoint }));
  return way.length > 0 && model.training ? [...way, { epoch: model.training.epochs, model }] : way;
}
