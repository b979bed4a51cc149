import { type Experiment, startExperiment } from '@kindred/core';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { ExperimentInput } from './experiment.input.ts';
import { ExperimentType } from './experiment.type.ts';
import { inputToConfig } from './experiment-config.ts';

@ObjectType({ description: 'What startExperiment answers.' })
export class StartExperimentPayload {
  @Field(() => ExperimentType, { description: 'Stored, with its first jobs queued.' })
  experiment!: Experiment;
}

@Resolver()
export class StartExperimentResolver {
  @Access('editor')
  @Mutation(() => StartExperimentPayload, {
    description: 'Stores the experiment with its models and jobs, queues what can run, and answers at once.',
  })
  async startExperiment(
    @Arg('input', () => ExperimentInput, { description: 'What it is asked to do.' }) input: ExperimentInput,
    @Ctx() { db, queue, viewer }: Context,
  ): Promise<StartExperimentPayload> {
    return { experiment: await startExperiment(db, queue, inputToConfig(input), viewer.workspaceId) };
  }
}
