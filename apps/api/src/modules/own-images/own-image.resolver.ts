import { type Experiment, mostOwnImages, type OwnImage } from '@kindred/core';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { toImage } from '../visualizations/to-image.ts';
import { ImageType } from '../visualizations/visualization.type.ts';
import { OwnImageType } from './own-image.type.ts';

@Resolver(() => OwnImageType)
export class OwnImageResolver {
  @FieldResolver(() => ImageType, { description: 'As it came, upright.' })
  image(@Root() { imageDigest, width, height }: OwnImage): ImageType {
    return toImage(imageDigest, width, height);
  }
}

@Resolver(() => ExperimentType)
export class ExperimentOwnImagesResolver {
  @FieldResolver(() => [OwnImageType], {
    complexity: ({ childComplexity }) => 1 + mostOwnImages * childComplexity,
    description: `Images that people brought for its networks to look at, ${mostOwnImages} at most, in the order in which they came.`,
  })
  ownImages(@Root() { id }: Experiment, @Ctx() { loaders }: Context): Promise<OwnImage[]> {
    return loaders.ownImages.load(id);
  }
}
