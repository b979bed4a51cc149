import { type Objective, type Picture, type PresetName, presetSteps } from '@kindred/core';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { loadNeuron } from '../neurons/load-neuron.ts';
import type { Neuron } from '../neurons/neuron.ts';
import { NeuronType } from '../neurons/neuron.type.ts';
import { ObjectiveType } from './objective.type.ts';
import { toImage } from './to-image.ts';
import { ImageType, RecipeType, VisualizationStepType, VisualizationType } from './visualization.type.ts';

@Resolver(() => VisualizationType)
export class VisualizationResolver {
  @FieldResolver(() => NeuronType, { description: 'The neuron that it excites, or starts from.' })
  async neuron(@Root() visualization: Picture, @Ctx() context: Context): Promise<Neuron> {
    return loadNeuron(await loadModel(visualization.modelId, context), visualization, context);
  }

  @FieldResolver(() => ImageType, { nullable: true, description: 'The picture; null until it is painted.' })
  image(@Root() { imageDigest, width, height }: Picture): ImageType | null {
    if (imageDigest === null || width === null || height === null) return null;
    return toImage(imageDigest, width, height);
  }

  @FieldResolver(() => ObjectiveType, { description: 'What it raises or lowers.' })
  objective(@Root() { objective }: Picture): Objective {
    return objective;
  }

  @FieldResolver(() => [VisualizationStepType], {
    description: 'As it was on the way, in order; where it was asked for.',
  })
  async steps(
    @Root() { id, width, height }: Picture,
    @Ctx() { loaders }: Context,
  ): Promise<VisualizationStepType[]> {
    const steps = await loaders.visualizationSteps.load(id);
    return steps.map(({ step, activation, imageDigest }) => ({
      step,
      activation,
      image: toImage(imageDigest, width!, height!),
    }));
  }

  @FieldResolver(() => RecipeType, { description: 'How it is made.' })
  async recipe(@Root() { id, modelId, preset, seed }: Picture, @Ctx() context: Context): Promise<RecipeType> {
    const [model, origin] = await Promise.all([
      loadModel(modelId, context),
      context.loaders.pictureOrigin.load(id),
    ]);
    const { backend = null, codeVersion = null, contentKey = null } = origin ?? {};
    const steps = presetSteps[preset as PresetName] ?? null;
    return { preset, seed, steps, weightsDigest: model.weightsDigest, backend, codeVersion, contentKey };
  }
}
