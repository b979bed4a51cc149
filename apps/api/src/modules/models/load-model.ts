import { DomainError, type Model } from '@kindred/core';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';

/** Their ids as they are stored. Throws as `loadModel` does, for the first of them. */
export async function loadModelIds(ids: readonly string[], context: Context): Promise<string[]> {
  const models = await Promise.all(ids.map((id) => loadModel(id, context)));
  return models.map(({ id }) => id);
}

/** Throws BAD_INPUT for what isn't an id, NOT_FOUND for one that names no model. */
export async function loadModel(id: string, { loaders }: Context): Promise<Model> {
  checkId(id, 'a model');
  const model = await loaders.model.load(id.toLowerCase());
  if (model) return model;
  throw new DomainError('NOT_FOUND', `No model has the id ${id}: \`Experiment.models\` lists a family's.`);
}
