import { type NeuronRef, requestVisualizations, type Visualization } from '@kindred/core';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { NeuronRefScalar } from '../../scalars/neuron-ref.scalar.ts';
import { VisualizationType } from './visualization.type.ts';

@InputType({ description: 'Which pictures, and by which recipe.' })
export class RequestVisualizationsInput {
  @Field(() => [ID], { description: 'Ids of models.' })
  models!: string[];

  @Field(() => [NeuronRefScalar], { description: 'The neurons, in each of the models.' })
  neurons!: NeuronRef[];

  @Field(() => String, { description: 'Name of a preset: `quick`, `lucent`, `paper`.' })
  preset!: string;

  @Field(() => Int, { description: 'Start image and transforms follow from it.' })
  seed!: number;
}

@ObjectType({ description: 'What requestVisualizations answers.' })
export class RequestVisualizationsPayload {
  @Field(() => [VisualizationType], { description: 'Model by model, in the order asked for.' })
  visualizations!: Visualization[];
}

@Resolver()
export class RequestVisualizationsResolver {
  @Mutation(() => RequestVisualizationsPayload, {
    description: 'Asks for pictures of neurons; those that exist already are returned as they are.',
  })
  async requestVisualizations(
    @Arg('input', () => RequestVisualizationsInput, { description: 'Which pictures.' })
    { models, ...recipe }: RequestVisualizationsInput,
    @Ctx() { db, queue }: Context,
  ): Promise<RequestVisualizationsPayload> {
    for (const id of models) checkId(id, 'a model');
    return { visualizations: await requestVisualizations(db, queue, { modelIds: models, ...recipe }) };
  }
}
