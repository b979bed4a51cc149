import type { Artifact, ArtifactUse, Model } from '@kindred/core';
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { ModelType } from '../models/model.type.ts';
import { ArtifactType, ArtifactUseType } from './artifact.type.ts';

@Resolver(() => ArtifactType)
export class ArtifactResolver {
  @FieldResolver(() => ID)
  id(@Root() { digest }: Artifact): string {
    return digest;
  }

  @FieldResolver(() => String)
  url(@Root() { digest }: Artifact): string {
    return `/artifacts/${digest}`;
  }
}

@Resolver(() => ArtifactUseType)
export class ArtifactUseResolver {
  @FieldResolver(() => ArtifactType, { description: 'The file.' })
  artifact(@Root() { artifact }: ArtifactUse): Artifact {
    return artifact;
  }

  @FieldResolver(() => ModelType, { description: 'The model that it is of, or about.' })
  model(@Root() { modelId }: ArtifactUse, @Ctx() context: Context): Promise<Model> {
    return loadModel(modelId, context);
  }
}
