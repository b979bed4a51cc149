import type { Experiment, Model, SaliencyMap } from '@kindred/core';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { cutPage } from '../../connections/cut-page.ts';
import type { Page } from '../../connections/page.ts';
import { filterOf, PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { ModelType } from '../models/model.type.ts';
import { SaliencyMapConnection } from './saliency-map.type.ts';

@ArgsType()
class SaliencyMapsArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Of this image only.' })
  imageIndex?: number | null;

  @Field(() => String, { nullable: true, description: 'By this method only.' })
  method?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this target only.' })
  target?: string | null;

  @Field(() => Int, { nullable: true, description: 'With this seed only.' })
  seed?: number | null;
}

@Resolver(() => ExperimentType)
export class ExperimentSaliencyMapsResolver {
  @FieldResolver(() => SaliencyMapConnection, {
    description: 'Those that were asked for, in the order of the family, newest first.',
  })
  async saliencyMaps(
    @Root() { id }: Experiment,
    @Args(() => SaliencyMapsArgs) args: SaliencyMapsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<SaliencyMap>> {
    const found = await loaders.saliencyMaps.load({ experimentId: id, filter: filterOf(args) });
    return cutPage(found, args, (row) => row.id);
  }
}

@Resolver(() => ModelType)
export class ModelSaliencyMapsResolver {
  @FieldResolver(() => SaliencyMapConnection, { description: 'Those that were asked for, newest first.' })
  async saliencyMaps(
    @Root() { id, experimentId }: Model,
    @Args(() => SaliencyMapsArgs) args: SaliencyMapsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<SaliencyMap>> {
    const maps = await loaders.saliencyMaps.load({ experimentId, filter: filterOf(args) });
    const own = maps.filter(({ modelId }) => modelId === id);
    return cutPage(own, args, (row) => row.id);
  }
}
