import { cancelJob, type Job, retryJob } from '@kindred/core';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { JobType } from './job.type.ts';

@Resolver()
export class CancelJobResolver {
  @Mutation(() => JobType, {
    description:
      'Stops a job that hasn’t ended, with all that waits for it; its experiment is cancelled too if it planned it. What is stored stays. CONFLICT for one that has ended; one that is cancelled is left as it is.',
  })
  cancelJob(
    @Arg('id', () => ID, { description: 'The job’s id.' }) id: string,
    @Ctx() { db, queue }: Context,
  ): Promise<Job> {
    checkId(id, 'a job');
    return cancelJob(db, queue, id.toLowerCase());
  }

  @Mutation(() => JobType, {
    description:
      'Queues a job again that failed or was cancelled, with what it waits for and what waits for it. A training that was cancelled goes on from its last checkpoint. CONFLICT for one that is done; one that is under way is left as it is.',
  })
  retryJob(
    @Arg('id', () => ID, { description: 'The job’s id.' }) id: string,
    @Ctx() { db, queue }: Context,
  ): Promise<Job> {
    checkId(id, 'a job');
    return retryJob(db, queue, id.toLowerCase());
  }
}
