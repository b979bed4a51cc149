import type { Job, Model } from '@kindred/core';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ModelType } from '../models/model.type.ts';
import { jobProgress } from '../progress/job-progress.ts';
import { ProgressType } from '../progress/progress.type.ts';
import { JobType } from './job.type.ts';

@Resolver(() => JobType)
export class JobResolver {
  @FieldResolver(() => ModelType, {
    nullable: true,
    description: 'The model that it makes or looks at; null for a job about the whole family.',
  })
  async model(@Root() job: Job, @Ctx() { loaders }: Context): Promise<Model | null> {
    return job.modelId ? loaders.model.load(job.modelId) : null;
  }

  @FieldResolver(() => [String], {
    description:
      'Of a queued job that no worker can take: what it wants of one and none that runs has, such as `gpu` or `dataset:cifar10`. Empty otherwise.',
  })
  async missingLabels(@Root() job: Job, @Ctx() { loaders }: Context): Promise<string[]> {
    if (job.status !== 'queued') return [];
    return (await loaders.missingLabels.load(job.experimentId)) ?? [];
  }

  @FieldResolver(() => ProgressType, { description: 'How far it has come.' })
  progress(@Root() job: Job): ProgressType {
    return jobProgress(job);
  }
}
