import type { ActivationGrid, Experiment, Model } from '@kindred/core';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { cutPage } from '../../connections/cut-page.ts';
import type { Page } from '../../connections/page.ts';
import { filterOf, PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { ModelType } from '../models/model.type.ts';
import { ActivationGridConnection } from './activation-grid.type.ts';

@ArgsType()
class GridsArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Of this image only.' })
  imageIndex?: number | null;

  @Field(() => String, { nullable: true, description: 'Of this layer only.' })
  layer?: string | null;

  @Field(() => String, { nullable: true, description: 'By this preset only.' })
  preset?: string | null;

  @Field(() => Int, { nullable: true, description: 'With this seed only.' })
  seed?: number | null;
}

@Resolver(() => ExperimentType)
export class ExperimentGridsResolver {
  @FieldResolver(() => ActivationGridConnection, {
    description: 'Those that were asked for, in the order of the family, newest first.',
  })
  async grids(
    @Root() { id }: Experiment,
    @Args(() => GridsArgs) args: GridsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<ActivationGrid>> {
    const found = await loaders.grids.load({ experimentId: id, filter: filterOf(args) });
    return cutPage(found, args, (row) => row.id);
  }
}

@Resolver(() => ModelType)
export class ModelGridsResolver {
  @FieldResolver(() => ActivationGridConnection, { description: 'Those that were asked for, newest first.' })
  async grids(
    @Root() { id, experimentId }: Model,
    @Args(() => GridsArgs) args: GridsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<ActivationGrid>> {
    const grids = await loaders.grids.load({ experimentId, filter: filterOf(args) });
    const own = grids.filter(({ modelId }) => modelId === id);
    return cutPage(own, args, (row) => row.id);
  }
}
