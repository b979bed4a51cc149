import { type Job, type MatchRequest, requestMatches } from '@kindred/core';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { JobType } from '../jobs/job.type.ts';
import { loadModelIds } from '../models/load-model.ts';

@InputType({ description: 'Which layers of which models are matched.' })
export class RequestMatchesInput {
  @Field(() => ID, { description: 'A model.' })
  model!: string;

  @Field(() => ID, { description: 'Another one of its family.' })
  other!: string;

  @Field(() => [String], { nullable: true, description: 'Names of layers; all of them when left out.' })
  layers?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Test images to correlate on, the first so many; 1,000, or all where there are fewer, when left out.',
  })
  images?: number | null;
}

@ObjectType({ description: 'What requestMatches answers.' })
export class RequestMatchesPayload {
  @Field(() => JobType, {
    nullable: true,
    description: 'The job that matches them; null where all are matched.',
  })
  job!: Job | null;
}

@Resolver()
export class RequestMatchesResolver {
  @Access('editor')
  @Mutation(() => RequestMatchesPayload, {
    description:
      'Asks which neurons of two models do the same, by correlation on test images. Asked again, it computes nothing twice.',
  })
  async requestMatches(
    @Arg('input', () => RequestMatchesInput, { description: 'Which layers of which models.' })
    input: RequestMatchesInput,
    @Ctx() context: Context,
  ): Promise<RequestMatchesPayload> {
    return { job: await requestMatches(context.db, context.queue, await toMatchRequest(input, context)) };
  }
}

/** Throws BAD_INPUT for a model that isn't an id, NOT_FOUND for one that the viewer has none of. */
export async function toMatchRequest(
  { model, other, ...wanted }: RequestMatchesInput,
  context: Context,
): Promise<MatchRequest> {
  const [first, second] = await loadModelIds([model, other], context);
  return { modelIds: [first!, second!], ...wanted };
}
