import { type Experiment, mostOwnImages, type OwnImage, removeOwnImage } from '@kindred/core';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { keeperOf } from '../../access/keeper-of.ts';
import type { Context } from '../../context.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { loadExperiment } from '../experiments/load-experiment.ts';
import { toImage } from '../visualizations/to-image.ts';
import { ImageType } from '../visualizations/visualization.type.ts';
import { OwnImageType } from './own-image.type.ts';

@Resolver(() => OwnImageType)
export class OwnImageResolver {
  @FieldResolver(() => ImageType, { description: 'As it came, upright.' })
  image(@Root() { imageDigest, width, height }: OwnImage): ImageType {
    return toImage(imageDigest, width, height);
  }

  @FieldResolver(() => Boolean, { description: 'Whether who asks brought it.' })
  mine(@Root() { authorId }: OwnImage, @Ctx() { viewer }: Context): boolean {
    return authorId === viewer.userId;
  }

  @Access('editor')
  @Mutation(() => OwnImageType, {
    description:
      'Takes an image that one brought oneself out, and with it all that was made of it: every model’s maps and grids of it. Admins take out everybody’s. Refused where people wrote notes on those or saved its page. It answers with what it was.',
  })
  async removeOwnImage(
    @Arg('experiment', () => ID, { description: 'The experiment’s id.' }) experiment: string,
    @Arg('imageIndex', () => Int, { description: 'Its place among the experiment’s images.' })
    imageIndex: number,
    @Ctx() context: Context,
  ): Promise<OwnImage> {
    const { id: experimentId } = await loadExperiment(experiment, context);
    return removeOwnImage(context.db, { experimentId, imageIndex }, keeperOf(context.viewer));
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
