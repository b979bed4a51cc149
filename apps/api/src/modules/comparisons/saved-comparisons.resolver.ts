import type { Experiment, SavedComparison } from '@kindred/core';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { newestPage } from '../../connections/newest-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { loadExperiment } from '../experiments/load-experiment.ts';
import { SavedComparisonConnection } from './saved-comparison.type.ts';

@ArgsType()
class SavedComparisonsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of this experiment; of all without.' })
  experiment?: string | null;
}

@Resolver(() => ExperimentType)
export class SavedComparisonsResolver {
  @Access('viewer')
  @Query(() => SavedComparisonConnection, {
    description: 'Views of the dashboard that people of the workspace saved, the newest first.',
  })
  async savedComparisons(
    @Args(() => SavedComparisonsArgs) { experiment, ...page }: SavedComparisonsArgs,
    @Ctx() context: Context,
  ): Promise<Page<SavedComparison>> {
    const { loaders, viewer } = context;
    const within =
      experiment == null
        ? ({ by: 'workspace', id: viewer.workspaceId } as const)
        : ({ by: 'experiment', id: (await loadExperiment(experiment, context)).id } as const);
    return newestPage(page, (asked) => loaders.comparisons.load({ ...within, ...asked }));
  }

  @FieldResolver(() => SavedComparisonConnection, {
    description: 'Views of it that people saved in the dashboard, the newest first.',
  })
  async comparisons(
    @Root() { id }: Experiment,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<SavedComparison>> {
    return newestPage(page, (asked) => loaders.comparisons.load({ by: 'experiment', id, ...asked }));
  }
}
