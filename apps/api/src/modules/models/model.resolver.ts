import {
  type Architecture,
  type Evaluation,
  type Experiment,
  type JobStatus,
  type Layer,
  type Model,
  membersIn,
} from '@kindred/core';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { asksFor } from '../../connections/asks-for.ts';
import { cutPage } from '../../connections/cut-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { ArchitectureType, LayerType } from '../architectures/architecture.type.ts';
import { EvaluationType } from '../evaluations/evaluation.type.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { JobStatusEnum } from '../jobs/job.type.ts';
import { loadLayers } from '../neurons/load-neuron.ts';
import { loadModel } from './load-model.ts';
import { ModelConnection, ModelType } from './model.type.ts';

@Resolver(() => ModelType)
export class ModelResolver {
  @Access('viewer')
  @Query(() => ModelType, {
    nullable: true,
    description: 'One model; NOT_FOUND if there is none of that id.',
  })
  model(
    @Arg('id', () => ID, { description: 'The model’s id.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Model> {
    const withFamily = asksFor(info, ['children'], { withArguments: true });
    return loadModel(id, context, { withFamily });
  }

  @FieldResolver(() => ExperimentType, { description: 'The experiment that it belongs to.' })
  experiment(@Root() { experimentId }: Model, @Ctx() { loaders }: Context): Promise<Experiment | null> {
    return loaders.experiment.load(experimentId);
  }

  @FieldResolver(() => Int, {
    description:
      'Predictions that it gives for an image: 1, or those of the members that share it, whose neurons have no pictures.',
  })
  async members(@Root() model: Model, @Ctx() { loaders }: Context): Promise<number> {
    const experiment = await loaders.experiment.load(model.experimentId);
    return membersIn(model, experiment!.config.ensembles);
  }

  @FieldResolver(() => ArchitectureType, { description: 'Its shape.' })
  architecture(@Root() { architecture }: Model, @Ctx() { loaders }: Context): Promise<Architecture | null> {
    return loaders.architecture.load(architecture);
  }

  @FieldResolver(() => ModelType, {
    nullable: true,
    description:
      'The head of its family: pruned to make a child or a ticket, trained on to make a snapshot; null for one that comes from no other.',
  })
  async parent(@Root() { parentId }: Model, @Ctx() { loaders }: Context): Promise<Model | null> {
    return parentId ? loaders.model.load(parentId) : null;
  }

  @FieldResolver(() => ModelType, {
    nullable: true,
    description: 'The model whose mask is the complement of this one’s.',
  })
  async sibling(@Root() { siblingId }: Model, @Ctx() { loaders }: Context): Promise<Model | null> {
    return siblingId ? loaders.model.load(siblingId) : null;
  }

  @FieldResolver(() => ModelConnection, {
    description: 'The models pruned from this one, in the order of the family.',
  })
  async children(
    @Root() model: Model,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<Model>> {
    const family = await loaders.family.load(model.experimentId);
    const children = family.filter(({ kind, parentId }) => kind === 'child' && parentId === model.id);
    return cutPage(children, page, ({ id }) => id);
  }

  @FieldResolver(() => [ModelType], {
    description: 'What it was on its way, from before the first step on; empty where nothing was kept.',
  })
  checkpoints(@Root() { id }: Model, @Ctx() { loaders }: Context): Promise<Model[]> {
    return loaders.checkpoints.load(id);
  }

  @FieldResolver(() => ModelType, {
    nullable: true,
    description: 'What a checkpoint became in the end; null for any other model.',
  })
  async final(@Root() { finalId }: Model, @Ctx() { loaders }: Context): Promise<Model | null> {
    return finalId ? loaders.model.load(finalId) : null;
  }

  @FieldResolver(() => JobStatusEnum, {
    description: 'WAITING until its training job is queued, then as that job; DONE once trained.',
  })
  async status(
    @Root() { id, finalId, weightsDigest }: Model,
    @Ctx() { loaders }: Context,
  ): Promise<JobStatus> {
    return weightsDigest ? 'done' : ((await loaders.trainingStatus.load(finalId ?? id)) ?? 'waiting');
  }

  @FieldResolver(() => JobStatusEnum, {
    nullable: true,
    description: 'How the job stands that writes its ONNX file; null if nobody asked for it.',
  })
  onnxStatus(@Root() { id }: Model, @Ctx() { loaders }: Context): Promise<JobStatus | null> {
    return loaders.exportStatus.load(id);
  }

  @FieldResolver(() => EvaluationType, {
    nullable: true,
    description: 'Its measured quality; null until it is measured.',
  })
  async evaluation(@Root() model: Model, @Ctx() { loaders }: Context): Promise<Evaluation | undefined> {
    const evaluations = await loaders.evaluations.load(model.experimentId);
    return evaluations.find(({ name }) => name === model.name);
  }

  @FieldResolver(() => [LayerType], { description: 'The layers of its architecture, from the input.' })
  layers(@Root() model: Model, @Ctx() context: Context): Promise<Layer[]> {
    return loadLayers(model, context);
  }
}
