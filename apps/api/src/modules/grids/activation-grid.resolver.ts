import type { ActivationGrid, Job, Model } from '@kindred/core';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { JobType } from '../jobs/job.type.ts';
import { loadModel } from '../models/load-model.ts';
import { ModelType } from '../models/model.type.ts';
import { toImage } from '../visualizations/to-image.ts';
import { ImageType } from '../visualizations/visualization.type.ts';
import { ActivationGridType, GridResultType } from './activation-grid.type.ts';

@Resolver(() => ActivationGridType)
export class ActivationGridResolver {
  @FieldResolver(() => ModelType, { description: 'The model whose layer it is.' })
  model(@Root() { modelId }: ActivationGrid, @Ctx() context: Context): Promise<Model> {
    return loadModel(modelId, context);
  }

  @FieldResolver(() => ImageType, { nullable: true, description: 'The picture; null until it is rendered.' })
  image(@Root() { imageDigest, result }: ActivationGrid): ImageType | null {
    if (!result || !imageDigest) return null;
    const { rows, columns, cellSize } = result;
    return toImage(imageDigest, columns * cellSize, rows * cellSize);
  }

  @FieldResolver(() => GridResultType, {
    nullable: true,
    description: 'What came out, and how; null until it is rendered.',
  })
  result(@Root() { result, contentKey }: ActivationGrid): GridResultType | null {
    return result && { ...result, contentKey: contentKey! };
  }

  @FieldResolver(() => JobType, { nullable: true, description: 'The job that renders it, the newest.' })
  job(@Root() { id }: ActivationGrid, @Ctx() { loaders }: Context): Promise<Job | null> {
    return loaders.gridJob.load(id);
  }
}
