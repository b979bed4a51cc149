import { DomainError, type Model } from '@kindred/core';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';

/** Their ids as they are stored. Throws as `loadModel` does, for the first of them. */
export async function loadModelIds(ids: readonly string[], context: Context): Promise<string[]> {
  const models = await Promise.all(ids.map((id) => loadModel(id, context)));
  return models.map(({ id }) => id);
}

/**
 * Throws BAD_INPUT for what isn't an id, NOT_FOUND for one that names no model.
 * @param withFamily whether its family will be asked for too
 */
export async function loadModel(
  id: string,
  { loaders }: Context,
  { withFamily = false } = {},
): Promise<Model> {
  checkId(id, 'a model');
  const key = id.toLowerCase();
  const model = (withFamily && (await loaders.withFamily.load(key))) || (await loaders.model.load(key));
  if (model) return model;
  throw new DomainError('NOT_FOUND', `No model has the id ${id}: \`Experiment.models\` lists a family's.`);
}
