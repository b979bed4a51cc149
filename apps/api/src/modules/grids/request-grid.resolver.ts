import { type ActivationGrid, type GridPresetName, type GridRequest, requestGrid } from '@kindred/core';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { loadModelIds } from '../models/load-model.ts';
import { ActivationGridType } from './activation-grid.type.ts';

@InputType({ description: 'Which activation grids, and by which recipe.' })
export class RequestGridInput {
  @Field(() => [ID], { description: 'Ids of models of one experiment.' })
  models!: string[];

  @Field(() => Int, {
    description: 'Which of its images, from 0: a test image, or behind those one that somebody brought.',
  })
  image!: number;

  @Field(() => String, { description: 'Name of a layer.' })
  layer!: string;

  @Field(() => String, {
    defaultValue: 'quick',
    description:
      '`quick` for a first look (24 pixels a cell, 64 steps, 6 groups), `simple` (48 pixels, 1024 steps, each cell alone), `grouped` (60 pixels, 1024 steps, 6 groups).',
  })
  preset!: GridPresetName;

  @Field(() => Int, { defaultValue: 1, description: 'Start pictures, transforms and groups follow from it.' })
  seed!: number;
}

@ObjectType({ description: 'What requestGrid answers.' })
export class RequestGridPayload {
  @Field(() => [ActivationGridType], { description: 'Model by model, in the order asked for.' })
  grids!: ActivationGrid[];
}

@Resolver()
export class RequestGridResolver {
  @Access('editor')
  @Mutation(() => RequestGridPayload, {
    description:
      'Asks what a layer of models says of an image, as pictures; grids that exist already are returned as they are.',
  })
  async requestGrid(
    @Arg('input', () => RequestGridInput, { description: 'Which grids.' })
    input: RequestGridInput,
    @Ctx() context: Context,
  ): Promise<RequestGridPayload> {
    return { grids: await requestGrid(context.db, context.queue, await toGridRequest(input, context)) };
  }
}

/** Throws BAD_INPUT for a model that isn't an id, NOT_FOUND for one that the viewer has none of. */
export async function toGridRequest(
  { models, ...recipe }: RequestGridInput,
  context: Context,
): Promise<GridRequest> {
  return { modelIds: await loadModelIds(models, context), ...recipe };
}
