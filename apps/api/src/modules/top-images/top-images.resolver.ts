import { mostTopImages, topImagesOf } from '@kindred/core';
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Neuron } from '../neurons/neuron.ts';
import { NeuronType } from '../neurons/neuron.type.ts';
import { toImage } from '../visualizations/to-image.ts';
import { ImageType } from '../visualizations/visualization.type.ts';
import {
  type ExperimentTopImage,
  type NeuronTopImages,
  TopImagesType,
  TopImageType,
} from './top-images.type.ts';

@Resolver(() => NeuronType)
export class NeuronTopImagesResolver {
  @FieldResolver(() => TopImagesType, {
    nullable: true,
    description:
      'The test images that excite it most, by the largest activation over all places of its map; null until requestTopImages has been asked for the layer.',
  })
  async topImages(
    @Root() { model, layer, channel }: Neuron,
    @Ctx() { loaders }: Context,
  ): Promise<NeuronTopImages | null> {
    const found = await loaders.layerTopImages.load({ modelId: model.id, layer: layer.name });
    return found && { ...found, experimentId: model.experimentId, channel };
  }
}

@Resolver(() => TopImagesType)
export class TopImagesResolver {
  @FieldResolver(() => [TopImageType], {
    complexity: ({ childComplexity }) => 1 + mostTopImages * childComplexity,
    description:
      'The 9 strongest, or all where there are fewer, the strongest first; of equal ones the first. Of a dead neuron they mean nothing.',
  })
  top(@Root() { experimentId, channel, ...layer }: NeuronTopImages): ExperimentTopImage[] {
    return topImagesOf(layer, channel).map((image) => ({ ...image, experimentId }));
  }

  @FieldResolver(() => Float, { description: 'Mean over all test images of the largest activation.' })
  mean(@Root() { means, channel }: NeuronTopImages): number {
    return means.readFloatLE(4 * channel);
  }

  @FieldResolver(() => Float, {
    description: 'Share of the test images whose largest activation is above 0, 0 to 1; 0 for a dead neuron.',
  })
  activeShare(@Root() { activeShares, channel }: NeuronTopImages): number {
    return activeShares.readFloatLE(4 * channel);
  }
}

@Resolver(() => TopImageType)
export class TopImageResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'The class that it is of, from 0.' })
  async label(@Root() image: ExperimentTopImage, @Ctx() { loaders }: Context): Promise<number | null> {
    return (await loaders.testImage.load(image))?.label ?? null;
  }

  @FieldResolver(() => ImageType, { nullable: true, description: 'Its pixels.' })
  async image(@Root() image: ExperimentTopImage, @Ctx() { loaders }: Context): Promise<ImageType | null> {
    const found = await loaders.testImage.load(image);
    return found && toImage(found.imageDigest, found.width, found.height);
  }
}
