import {
  type Architecture,
  type Dataset,
  type Evaluation,
  type Experiment,
  findExperiments,
  type Job,
  type Model,
  type NeuronRef,
} from '@kindred/core';
import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { decodeIdCursor } from '../../connections/cursor.ts';
import { cutPage } from '../../connections/cut-page.ts';
import { type Page, pageOf } from '../../connections/page.ts';
import { checkFirst, PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { NeuronRefScalar } from '../../scalars/neuron-ref.scalar.ts';
import { ArchitectureType } from '../architectures/architecture.type.ts';
import { DatasetType } from '../datasets/dataset.type.ts';
import { EnsembleType } from '../ensembles/ensemble.type.ts';
import { loadEnsembles } from '../ensembles/load-ensembles.ts';
import { EvaluationConnection } from '../evaluations/evaluation.type.ts';
import { JobConnection } from '../jobs/job.type.ts';
import { jobPage } from '../jobs/job-page.ts';
import { ModelConnection, ModelType } from '../models/model.type.ts';
import { filterModels, ModelsArgs } from '../models/models.args.ts';
import { experimentProgress } from '../progress/experiment-progress.ts';
import { ProgressType } from '../progress/progress.type.ts';
import type { ExperimentInput } from './experiment.input.ts';
import { ExperimentConnection, ExperimentType } from './experiment.type.ts';
import { configToInput } from './experiment-config.ts';
import { ExperimentsArgs } from './experiments.args.ts';
import { loadExperiment } from './load-experiment.ts';

@Resolver(() => ExperimentType)
export class ExperimentResolver {
  @Access('viewer')
  @Query(() => ExperimentType, {
    nullable: true,
    description: 'One experiment; NOT_FOUND if there is none of that id.',
  })
  experiment(
    @Arg('id', () => ID, { description: 'The experiment’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Experiment> {
    return loadExperiment(id, context);
  }

  @Access('viewer')
  @Query(() => ExperimentConnection, { description: 'All there are, or those that a filter leaves.' })
  async experiments(
    @Args(() => ExperimentsArgs) { after, ...args }: ExperimentsArgs,
    @Ctx() { db, viewer, loaders }: Context,
  ): Promise<Page<Experiment>> {
    checkFirst(args.first);
    const { experiments, ...rest } = await findExperiments(db, {
      ...args,
      after: decodeIdCursor(after),
      workspaceId: viewer.workspaceId,
    });
    for (const experiment of experiments) loaders.experiment.prime(experiment.id, experiment);
    return pageOf(experiments, ({ id }) => id, rest);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The first failed job’s reason.' })
  async error(@Root() { id }: Experiment, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.jobSummary.load(id))?.error ?? null;
  }

  @FieldResolver(() => [String], {
    description:
      'What its jobs want of a worker and none that runs has, such as `gpu` or `dataset:cifar10`; empty where one has all, and once it has ended.',
  })
  async missingLabels(@Root() { id, status }: Experiment, @Ctx() { loaders }: Context): Promise<string[]> {
    if (status !== 'queued' && status !== 'running') return [];
    return (await loaders.missingLabels.load(id)) ?? [];
  }

  @FieldResolver(() => Int, { description: 'Every random draw of the experiment follows from it.' })
  seed(@Root() { config }: Experiment): number {
    return config.seed;
  }

  @FieldResolver(() => DatasetType, { description: 'What it trains and tests on.' })
  dataset(@Root() { config }: Experiment, @Ctx() { loaders }: Context): Promise<Dataset | null> {
    return loaders.dataset.load(config.data.name);
  }

  @FieldResolver(() => ArchitectureType, { description: 'The shape of its networks.' })
  architecture(@Root() { config }: Experiment, @Ctx() { loaders }: Context): Promise<Architecture | null> {
    return loaders.architecture.load(config.parent.architecture);
  }

  @FieldResolver(() => Int, { description: 'Images trained on, taken by the seed.' })
  trainImages(@Root() { config }: Experiment): number {
    return config.data.train;
  }

  @FieldResolver(() => Int, { description: 'Images tested on.' })
  testImages(@Root() { config }: Experiment): number {
    return config.data.test;
  }

  @FieldResolver(() => GraphQLJSON, { description: 'The whole configuration, as startExperiment takes it.' })
  configuration(@Root() { config }: Experiment): ExperimentInput {
    return configToInput(config);
  }

  @FieldResolver(() => ProgressType, { description: 'How far its jobs have come.' })
  async progress(@Root() experiment: Experiment, @Ctx() { loaders }: Context): Promise<ProgressType> {
    return experimentProgress(experiment, await loaders.jobSummary.load(experiment.id));
  }

  @FieldResolver(() => ModelType, { description: 'The model that the family comes from.' })
  async parent(@Root() { id }: Experiment, @Ctx() { loaders }: Context): Promise<Model | undefined> {
    return (await loaders.family.load(id)).find(({ kind }) => kind === 'parent');
  }

  @FieldResolver(() => ModelConnection, { description: 'The family in order: parent, children, snapshots.' })
  async models(
    @Root() { id }: Experiment,
    @Args(() => ModelsArgs) { filter, ...page }: ModelsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<Model>> {
    return cutPage(filterModels(await loaders.family.load(id), filter), page, (model) => model.id);
  }

  @FieldResolver(() => [EnsembleType], { description: 'In the order of the configuration.' })
  ensembles(@Root() experiment: Experiment, @Ctx() context: Context): Promise<EnsembleType[]> {
    return loadEnsembles(experiment, context);
  }

  @FieldResolver(() => EvaluationConnection, {
    description: 'Of models, of ensembles, and of members that someone chose; newest first.',
  })
  async evaluations(
    @Root() { id }: Experiment,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<Evaluation>> {
    return cutPage(await loaders.evaluations.load(id), page, (evaluation) => evaluation.id);
  }

  @FieldResolver(() => [NeuronRefScalar], {
    description: 'Neurons with a picture, or the wish for one, in layer order.',
  })
  visualizedNeurons(@Root() { id }: Experiment, @Ctx() { loaders }: Context): Promise<NeuronRef[]> {
    return loaders.visualizedNeurons.load(id);
  }

  @FieldResolver(() => JobConnection, { description: 'As they were asked for, in the order of the family.' })
  jobs(
    @Root() experiment: Experiment,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Job>> {
    return jobPage(experiment, page, context);
  }
}
