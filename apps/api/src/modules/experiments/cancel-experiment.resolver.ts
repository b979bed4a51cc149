import { cancelExperiment, type Experiment, retryExperiment } from '@kindred/core';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { ExperimentType } from './experiment.type.ts';

@Resolver()
export class CancelExperimentResolver {
  @Mutation(() => ExperimentType, {
    description:
      'Stops all jobs of an experiment that haven’t ended. What is stored stays. CONFLICT where nothing is left to do; an experiment that is cancelled is left as it is.',
  })
  cancelExperiment(
    @Arg('id', () => ID, { description: 'The experiment’s id.' }) id: string,
    @Ctx() { db, queue }: Context,
  ): Promise<Experiment> {
    checkId(id, 'an experiment');
    return cancelExperiment(db, queue, id.toLowerCase());
  }

  @Mutation(() => ExperimentType, {
    description:
      'Queues all jobs of an experiment again that failed or were cancelled. CONFLICT where all are done; an experiment that is under way is left as it is.',
  })
  retryExperiment(
    @Arg('id', () => ID, { description: 'The experiment’s id.' }) id: string,
    @Ctx() { db, queue }: Context,
  ): Promise<Experiment> {
    checkId(id, 'an experiment');
    return retryExperiment(db, queue, id.toLowerCase());
  }
}
