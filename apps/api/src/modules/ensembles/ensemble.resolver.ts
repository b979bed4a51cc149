import { chosen, findEnsemble, type Job } from '@kindred/core';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { MeasuresArgs } from '../evaluations/measures.args.ts';
import { loadExperiment } from '../experiments/load-experiment.ts';
import { JobType } from '../jobs/job.type.ts';
import { loadModelIds } from '../models/load-model.ts';
import { EnsembleType } from './ensemble.type.ts';
import { predictionsOf } from './load-ensembles.ts';

@ArgsType()
class EnsembleArgs extends MeasuresArgs {
  @Field(() => [ID], { description: 'Ids of models of one experiment, each once; the parent may be one.' })
  members!: string[];
}

@Resolver(() => EnsembleType)
export class EnsembleResolver {
  @Access('viewer')
  @Query(() => EnsembleType, {
    description:
      'Any models of an experiment as an ensemble, with what is measured of it by these choices. Nothing is computed: `requestEvaluation` asks for what is missing.',
  })
  async ensemble(
    @Args(() => EnsembleArgs) { members: ids, ...choices }: EnsembleArgs,
    @Ctx() context: Context,
  ): Promise<EnsembleType> {
    const modelIds = await loadModelIds(ids, context);
    const { members, measures, evaluation } = await findEnsemble(context.db, { modelIds, ...choices });
    const { config } = await loadExperiment(members[0]!.experimentId, context);
    const size = predictionsOf(members, config);
    return { name: evaluation?.name ?? chosen, members, size, measures, evaluation };
  }

  @FieldResolver(() => JobType, {
    nullable: true,
    description: 'The newest job that measures it; null once it is measured, or where nobody asked for it.',
  })
  async job(
    @Root() { name, members, measures, evaluation }: EnsembleType,
    @Ctx() { loaders }: Context,
  ): Promise<Job | null> {
    if (evaluation) return null;
    const payload = { name, memberIds: members.map(({ id }) => id), ...(measures && { measures }) };
    return loaders.ensembleJob.load({ experimentId: members[0]!.experimentId, payload });
  }
}
