import { type Job, requestTopImages, type TopImagesRequest } from '@kindred/core';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { loadExperiment } from '../experiments/load-experiment.ts';
import { JobType } from '../jobs/job.type.ts';

@InputType({ description: 'Which layer of which family is looked at.' })
export class RequestTopImagesInput {
  @Field(() => ID, { description: 'An experiment: all of its trained models are looked at.' })
  experiment!: string;

  @Field(() => String, { description: 'Name of a layer.' })
  layer!: string;
}

@ObjectType({ description: 'What requestTopImages answers.' })
export class RequestTopImagesPayload {
  @Field(() => JobType, {
    nullable: true,
    description: 'The job that finds them; null where all are there.',
  })
  job!: Job | null;
}

@Resolver()
export class RequestTopImagesResolver {
  @Access('editor')
  @Mutation(() => RequestTopImagesPayload, {
    description:
      'Asks which test images excite each neuron of a layer most, in every model of a family. Asked again, it computes nothing twice.',
  })
  async requestTopImages(
    @Arg('input', () => RequestTopImagesInput, { description: 'Which layer.' })
    input: RequestTopImagesInput,
    @Ctx() context: Context,
  ): Promise<RequestTopImagesPayload> {
    return {
      job: await requestTopImages(context.db, context.queue, await toTopImagesRequest(input, context)),
    };
  }
}

/** Throws BAD_INPUT for an experiment that isn't an id, NOT_FOUND for one that the viewer has none of. */
export async function toTopImagesRequest(
  { experiment, layer }: RequestTopImagesInput,
  context: Context,
): Promise<TopImagesRequest> {
  const { id: experimentId } = await loadExperiment(experiment, context);
  return { experimentId, layer };
}
