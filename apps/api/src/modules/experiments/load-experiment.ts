import { type Experiment, noExperiment } from '@kindred/core';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';

/** Throws BAD_INPUT for what isn't an id, NOT_FOUND for one that names no experiment. */
export async function loadExperiment(id: string, { loaders }: Context): Promise<Experiment> {
  checkId(id, 'an experiment');
  const experiment = await loaders.experiment.load(id.toLowerCase());
  if (experiment) return experiment;
  throw noExperiment(id);
}
