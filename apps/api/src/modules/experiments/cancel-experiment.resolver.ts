import { cancelExperiment, type Experiment, retryExperiment } from '@kindred/core';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { ExperimentType } from './experiment.type.ts';
import { loadExperiment } from './load-experiment.ts';

@Resolver()
export class CancelExperimentResolver {
  @Access('editor')
  @Mutation(() => ExperimentType, {
    description:
      'Stops all jobs of an experiment that haven’t ended. What is stored stays. CONFLICT where nothing is left to do; an experiment that is cancelled is left as it is.',
  })
  async cancelExperiment(
    @Arg('id', () => ID, { description: 'The experiment’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Experiment> {
    const experiment = await loadExperiment(id, context);
    return cancelExperiment(context.db, context.queue, experiment.id);
  }

  @Access('editor')
  @Mutation(() => ExperimentType, {
    description:
      'Queues all jobs of an experiment again that failed or were cancelled. CONFLICT where all are done; an experiment that is under way is left as it is.',
  })
  async retryExperiment(
    @Arg('id', () => ID, { description: 'The experiment’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Experiment> {
    const experiment = await loadExperiment(id, context);
    return retryExperiment(context.db, context.queue, experiment.id);
  }
}
