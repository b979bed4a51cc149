import {
  type ArtifactKind,
  type ArtifactPlace,
  type ArtifactSubject,
  type ArtifactUse,
  artifactKinds,
  countArtifactUses,
  type Experiment,
  findArtifactUses,
  type Model,
} from '@kindred/core';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { asksFor } from '../../connections/asks-for.ts';
import { decodeCursor, foreignCursor } from '../../connections/cursor.ts';
import { type Page, pageOf } from '../../connections/page.ts';
import { checkFirst, PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { isUuid } from '../../ids.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { ModelType } from '../models/model.type.ts';
import { ArtifactKindEnum, ArtifactUseConnection } from './artifact.type.ts';

@ArgsType()
class ArtifactsArgs extends PageArgs {
  @Field(() => [ArtifactKindEnum], {
    nullable: true,
    description: 'Those of any of these kinds; all without.',
  })
  kind?: ArtifactKind[] | null;
}

@Resolver(() => ExperimentType)
export class ExperimentArtifactsResolver {
  @FieldResolver(() => ArtifactUseConnection, {
    description:
      'The files that it names, kind by kind in the order of the family, each as often as it is named.',
  })
  artifacts(
    @Root() { id: experimentId }: Experiment,
    @Args(() => ArtifactsArgs) args: ArtifactsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ArtifactUse>> {
    return artifactPage({ experimentId }, args, context, info);
  }
}

@Resolver(() => ModelType)
export class ModelArtifactsResolver {
  @FieldResolver(() => ArtifactUseConnection, {
    description: 'The files that are of it or about it, kind by kind, each as often as it is named.',
  })
  artifacts(
    @Root() { id: modelId, experimentId }: Model,
    @Args(() => ArtifactsArgs) args: ArtifactsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ArtifactUse>> {
    return artifactPage({ experimentId, modelId }, args, context, info);
  }
}

async function artifactPage(
  subject: ArtifactSubject,
  { first, after, kind }: ArtifactsArgs,
  { db }: Context,
  info: GraphQLResolveInfo,
): Promise<Page<ArtifactUse>> {
  checkFirst(first);
  const asked = { ...subject, kinds: kind };
  const uses = await findArtifactUses(db, {
    ...asked,
    first,
    after: after == null ? null : readCursor(after),
  });
  // Pictures are counted one by one, so only for who wants to know.
  const totalCount = asksFor(info, ['totalCount']) ? await countArtifactUses(db, asked) : 0;
  return pageOf(uses.slice(0, first), ({ place }) => place.join(' '), {
    hasNextPage: uses.length > first,
    totalCount,
  });
}

function readCursor(cursor: string): ArtifactPlace {
  const [kind = -1, model = -1, rowId = '', part = -1] = decodeCursor(cursor).split(' ');
  const numbers = [Number(kind), Number(model), Number(part)];
  const isPlace = numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 31);
  if (!isPlace || !isUuid(rowId) || numbers[0]! >= artifactKinds.length) throw foreignCursor(cursor);
  return [numbers[0]!, numbers[1]!, rowId, numbers[2]!];
}
