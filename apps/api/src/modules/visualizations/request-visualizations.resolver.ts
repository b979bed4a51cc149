import {
  type NeuronRef,
  type Picture,
  requestVisualizations,
  type VisualizationRequest,
} from '@kindred/core';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { NeuronRefScalar } from '../../scalars/neuron-ref.scalar.ts';
import { loadModel, loadModelIds } from '../models/load-model.ts';
import { ObjectiveInput, toObjective } from './objective.input.ts';
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

  @Field(() => ObjectiveInput, {
    nullable: true,
    description: 'What they are to raise or lower; the mean activation of the neuron is raised without.',
  })
  objective?: ObjectiveInput | null;

  @Field(() => [Int], {
    defaultValue: [],
    description: 'Steps after which the pictures are kept too, from 1 to the preset’s last.',
  })
  steps!: number[];
}

@ObjectType({ description: 'What requestVisualizations answers.' })
export class RequestVisualizationsPayload {
  @Field(() => [VisualizationType], {
    description: 'Model by model, in the order asked for; all of a group one after the other.',
  })
  visualizations!: Picture[];
}

@Resolver()
export class RequestVisualizationsResolver {
  @Access('editor')
  @Mutation(() => RequestVisualizationsPayload, {
    description: 'Asks for pictures of neurons; those that exist already are returned as they are.',
  })
  async requestVisualizations(
    @Arg('input', () => RequestVisualizationsInput, { description: 'Which pictures.' })
    input: RequestVisualizationsInput,
    @Ctx() context: Context,
  ): Promise<RequestVisualizationsPayload> {
    return {
      visualizations: await requestVisualizations(
        context.db,
        context.queue,
        await toVisualizationRequest(input, context),
      ),
    };
  }
}

/** Throws BAD_INPUT for a model that isn't an id, NOT_FOUND for one that the viewer has none of. */
export async function toVisualizationRequest(
  { models, objective, ...recipe }: RequestVisualizationsInput,
  context: Context,
): Promise<VisualizationRequest> {
  if (objective?.contrast) await loadModel(objective.contrast.model, context);
  const modelIds = await loadModelIds(models, context);
  return { modelIds, ...recipe, ...(objective && { objective: toObjective(objective) }) };
}
