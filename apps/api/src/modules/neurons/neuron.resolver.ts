import type { NeuronRef, Picture } from '@kindred/core';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { NeuronRefScalar } from '../../scalars/neuron-ref.scalar.ts';
import { NeuronDistanceType } from '../distances/distance.type.ts';
import { distanceBetween } from '../distances/distance-between.ts';
import { loadModel } from '../models/load-model.ts';
import { ObjectiveInput, toObjective } from '../visualizations/objective.input.ts';
import { VisualizationType } from '../visualizations/visualization.type.ts';
import { addressOf, type Neuron } from './neuron.ts';
import { NeuronType } from './neuron.type.ts';

@Resolver(() => NeuronType)
export class NeuronResolver {
  @FieldResolver(() => ID, { description: 'Model id, slash, address.' })
  id(@Root() neuron: Neuron): string {
    return `${neuron.model.id}/${addressOf(neuron)}`;
  }

  @FieldResolver(() => NeuronRefScalar, {
    description: 'Its address, which every model of the architecture shares.',
  })
  ref(@Root() { layer, channel }: Neuron): NeuronRef {
    return { layer: layer.name, channel };
  }

  @FieldResolver(() => VisualizationType, {
    nullable: true,
    description: 'With a preset and seed, that picture; without, the newest. Null if nobody asked for it.',
  })
  visualization(
    @Root() neuron: Neuron,
    @Arg('preset', () => String, { nullable: true, description: 'Name of a preset; any without.' })
    preset: string | null,
    @Arg('seed', () => Int, { nullable: true, description: 'The picture’s seed; any without.' })
    seed: number | null,
    @Arg('objective', () => ObjectiveInput, {
      nullable: true,
      description: 'What it raises or lowers; the mean activation of the neuron is raised without.',
    })
    objective: ObjectiveInput | null,
    @Ctx() context: Context,
  ): Picture | null | Promise<Picture | null> {
    const { channel, pictures } = neuron;
    if (pictures && preset == null && seed == null && !objective) return pictures.own.get(channel) ?? null;
    return loadPicture(neuron, { preset, seed, objective }, context);
  }

  @FieldResolver(() => NeuronDistanceType, {
    nullable: true,
    description:
      'To the same neuron of another model, between its newest picture here and the one of the same preset and seed there. Null while either picture is missing, or where the neuron stayed silent on one.',
  })
  async distanceTo(
    @Root() neuron: Neuron,
    @Arg('model', () => ID, { description: 'The other model’s id.' }) id: string,
    @Arg('preset', () => String, { nullable: true, description: 'Name of a preset; any without.' })
    preset: string | null,
    @Arg('seed', () => Int, { nullable: true, description: 'The pictures’ seed; any without.' })
    seed: number | null,
    @Ctx() context: Context,
  ): Promise<NeuronDistanceType | null> {
    return distanceBetween(neuron, await loadModel(id, context), { preset, seed }, context);
  }
}

interface Asked {
  preset: string | null;
  seed: number | null;
  objective: ObjectiveInput | null;
}

async function loadPicture(
  { model, layer, channel }: Neuron,
  { objective, ...recipe }: Asked,
  context: Context,
): Promise<Picture | null> {
  if (objective?.contrast) await loadModel(objective.contrast.model, context);
  return context.loaders.visualization.load({
    modelId: model.id,
    layer: layer.name,
    channel,
    ...recipe,
    ...(objective && { objective: toObjective(objective) }),
  });
}
