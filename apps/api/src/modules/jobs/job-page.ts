import type { Experiment, Job } from '@kindred/core';
import { decodeIdCursor } from '../../connections/cursor.ts';
import { type Page, pageOf } from '../../connections/page.ts';
import { checkFirst, type PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';

/** A page of an experiment's jobs. */
export async function jobPage(
  { id: experimentId }: Experiment,
  { first, after }: PageArgs,
  { loaders }: Context,
): Promise<Page<Job>> {
  checkFirst(first);
  const [jobs, summary] = await Promise.all([
    loaders.jobPage.load({ experimentId, first, after: decodeIdCursor(after) }),
    loaders.jobSummary.load(experimentId),
  ]);
  return pageOf(jobs.slice(0, first), ({ id }) => id, {
    hasNextPage: jobs.length > first,
    totalCount: summary?.total ?? 0,
  });
}
