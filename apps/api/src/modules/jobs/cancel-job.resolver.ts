import { cancelJob, type Job, retryJob } from '@kindred/core';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { JobType } from './job.type.ts';
import { loadJob } from './load-job.ts';

@Resolver()
export class CancelJobResolver {
  @Access('editor')
  @Mutation(() => JobType, {
    description:
      'Stops a job that hasn’t ended, with all that waits for it; its experiment is cancelled too if it planned it. What is stored stays. CONFLICT for one that has ended; one that is cancelled is left as it is.',
  })
  async cancelJob(
    @Arg('id', () => ID, { description: 'The job’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Job> {
    const job = await loadJob(id, context);
    return cancelJob(context.db, context.queue, job.id);
  }

  @Access('editor')
  @Mutation(() => JobType, {
    description:
      'Queues a job again that failed or was cancelled, with what it waits for and what waits for it. A training that was cancelled goes on from its last checkpoint. CONFLICT for one that is done; one that is under way is left as it is.',
  })
  async retryJob(
    @Arg('id', () => ID, { description: 'The job’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Job> {
    const job = await loadJob(id, context);
    return retryJob(context.db, context.queue, job.id);
  }
}
