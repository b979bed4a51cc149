import type { Visualization, VisualizationHashes } from '@kindred/core';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { loadNeuron } from '../neurons/load-neuron.ts';
import type { Neuron } from '../neurons/neuron.ts';
import { NeuronType } from '../neurons/neuron.type.ts';
import { HashesType } from './hashes.type.ts';
import { ImageType, RecipeType, VisualizationType } from './visualization.type.ts';

@Resolver(() => VisualizationType)
export class VisualizationResolver {
  @FieldResolver(() => NeuronType, { description: 'The neuron that it excites.' })
  async neuron(@Root() visualization: Visualization, @Ctx() context: Context): Promise<Neuron> {
    return loadNeuron(await loadModel(visualization.modelId, context), visualization, context);
  }

  @FieldResolver(() => ImageType, { nullable: true, description: 'The picture; null until it is painted.' })
  image(@Root() { imageDigest, width, height }: Visualization): ImageType | null {
    if (imageDigest === null || width === null || height === null) return null;
    return { url: `/artifacts/${imageDigest}`, width, height, digest: imageDigest };
  }

  @FieldResolver(() => HashesType, { nullable: true, description: 'Null until the picture is painted.' })
  hashes(@Root() { hashes }: Visualization): VisualizationHashes | null {
    return hashes;
  }

  @FieldResolver(() => RecipeType, { description: 'How it is made.' })
  async recipe(@Root() visualization: Visualization, @Ctx() context: Context): Promise<RecipeType> {
    const { preset, seed, backend, codeVersion, contentKey } = visualization;
    const { weightsDigest } = await loadModel(visualization.modelId, context);
    return { preset, seed, weightsDigest, backend, codeVersion, contentKey };
  }
}
