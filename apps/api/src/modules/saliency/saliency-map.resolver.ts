import type { Model, SaliencyAgreement, SaliencyMap } from '@kindred/core';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { ModelType } from '../models/model.type.ts';
import { toImage } from '../visualizations/to-image.ts';
import { ImageType } from '../visualizations/visualization.type.ts';
import { SaliencyAgreementType, SaliencyMapType, SaliencyResultType } from './saliency-map.type.ts';

@Resolver(() => SaliencyMapType)
export class SaliencyMapResolver {
  @FieldResolver(() => ModelType, { description: 'The model whose score it is of.' })
  model(@Root() { modelId }: SaliencyMap, @Ctx() context: Context): Promise<Model> {
    return loadModel(modelId, context);
  }

  @FieldResolver(() => ImageType, {
    nullable: true,
    description:
      'Σ|attribution| over channels in grey, clipped at the 99th percentile; null until it is there.',
  })
  image(@Root() map: SaliencyMap): ImageType | null {
    return imageOf(map, map.imageDigest);
  }

  @FieldResolver(() => ImageType, {
    nullable: true,
    description: 'The same of freshly initialised weights; null until it is there.',
  })
  randomizedImage(@Root() map: SaliencyMap): ImageType | null {
    return imageOf(map, map.randomizedDigest);
  }

  @FieldResolver(() => ImageType, {
    nullable: true,
    description: 'The image as the network sees it; null until the map is there.',
  })
  input(@Root() map: SaliencyMap): ImageType | null {
    return imageOf(map, map.inputDigest);
  }

  @FieldResolver(() => SaliencyResultType, {
    nullable: true,
    description: 'What came out, and how; null until it is there.',
  })
  result(@Root() { result, contentKey }: SaliencyMap): SaliencyResultType | null {
    return result && { ...result, contentKey: contentKey! };
  }

  @FieldResolver(() => [SaliencyAgreementType], {
    description:
      'With the maps of its relatives that were taken alike; none with one that is the same everywhere.',
  })
  async agreements(
    @Root() { id: mapId }: SaliencyMap,
    @Arg('with', () => ID, { nullable: true, description: 'With the map of this model only.' })
    modelId: string | null,
    @Ctx() context: Context,
  ): Promise<(SaliencyAgreement & { other: SaliencyMap })[]> {
    const relative = modelId && (await loadModel(modelId, context));
    return context.loaders.saliencyAgreements.load({ mapId, with: relative ? relative.id : null });
  }
}

@Resolver(() => SaliencyAgreementType)
export class SaliencyAgreementResolver {
  @FieldResolver(() => SaliencyMapType, { description: 'The relative’s map.' })
  with(@Root() { other }: { other: SaliencyMap }): SaliencyMap {
    return other;
  }
}

function imageOf({ result }: SaliencyMap, digest: string | null): ImageType | null {
  if (!result || !digest) return null;
  return toImage(digest, result.width, result.height);
}
