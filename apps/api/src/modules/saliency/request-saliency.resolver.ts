import { requestSaliency, type SaliencyMap, type SaliencyMethod, type SaliencyRequest } from '@kindred/core';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { loadModelIds } from '../models/load-model.ts';
import { SaliencyMapType } from './saliency-map.type.ts';

@InputType({ description: 'Which saliency maps, and how they are taken.' })
export class RequestSaliencyInput {
  @Field(() => [ID], { description: 'Ids of models of one experiment.' })
  models!: string[];

  @Field(() => [Int], {
    description:
      'Which of its images, from 0: test images, and behind them those that people brought; 100 at most.',
  })
  images!: number[];

  @Field(() => String, {
    defaultValue: 'smoothgrad-paper',
    description:
      '`gradient`, or SmoothGrad: `smoothgrad-paper` (10 copies, noise 1, signed), `smoothgrad-pair` (25 copies, noise 0.15 of the range, squared), `smoothgrad-captum` (10 copies, noise 1, absolute).',
  })
  method!: SaliencyMethod;

  @Field(() => String, {
    defaultValue: 'predicted',
    description:
      'Whose score: `predicted` by each model, `label`, which an image that somebody brought has none of, or a class from 0 as a number.',
  })
  target!: string;

  @Field(() => Int, { defaultValue: 1, description: 'Noise and fresh weights follow from it.' })
  seed!: number;
}

@ObjectType({ description: 'What requestSaliency answers.' })
export class RequestSaliencyPayload {
  @Field(() => [SaliencyMapType], { description: 'Model by model, in the order asked for.' })
  saliencyMaps!: SaliencyMap[];
}

@Resolver()
export class RequestSaliencyResolver {
  @Access('editor')
  @Mutation(() => RequestSaliencyPayload, {
    description:
      'Asks which pixels of images models look at; maps that exist already are returned as they are.',
  })
  async requestSaliency(
    @Arg('input', () => RequestSaliencyInput, { description: 'Which maps.' })
    input: RequestSaliencyInput,
    @Ctx() context: Context,
  ): Promise<RequestSaliencyPayload> {
    return {
      saliencyMaps: await requestSaliency(context.db, context.queue, await toSaliencyRequest(input, context)),
    };
  }
}

/** Throws BAD_INPUT for a model that isn't an id, NOT_FOUND for one that the viewer has none of. */
export async function toSaliencyRequest(
  { models, ...recipe }: RequestSaliencyInput,
  context: Context,
): Promise<SaliencyRequest> {
  return { modelIds: await loadModelIds(models, context), ...recipe };
}
