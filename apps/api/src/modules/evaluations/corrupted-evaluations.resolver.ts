import type { CorruptedAccuracy, Evaluation, Experiment } from '@kindred/core';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { cutPage } from '../../connections/cut-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { CorruptedAccuracyType, EvaluationConnection } from './evaluation.type.ts';

@Resolver(() => ExperimentType)
export class CorruptedEvaluationsResolver {
  @FieldResolver(() => EvaluationConnection, {
    description: 'What was measured of its models and ensembles on spoiled test images, the newest first.',
  })
  async corruptedEvaluations(
    @Root() { id }: Experiment,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('name', () => String, { nullable: true, description: 'Of this model or ensemble only.' })
    name: string | null,
    @Arg('corruption', () => String, { nullable: true, description: 'Under this corruption only.' })
    corruption: string | null,
    @Arg('severity', () => Int, { nullable: true, description: 'Of this severity only.' })
    severity: number | null,
    @Ctx() { loaders }: Context,
  ): Promise<Page<Evaluation>> {
    const evaluations = (await loaders.corruptedEvaluations.load(id)).filter(
      (evaluation) =>
        (name == null || evaluation.name === name) &&
        (corruption == null || evaluation.corruption === corruption) &&
        (severity == null || evaluation.severity === severity),
    );
    return cutPage(evaluations, page, (evaluation) => evaluation.id);
  }

  @FieldResolver(() => [CorruptedAccuracyType], {
    description: 'The mean over corruptions by name and severity; empty where none was asked for.',
  })
  corruptedAccuracies(@Root() { id }: Experiment, @Ctx() { loaders }: Context): Promise<CorruptedAccuracy[]> {
    return loaders.corruptedAccuracies.load(id);
  }
}
