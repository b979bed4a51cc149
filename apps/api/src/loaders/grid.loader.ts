import { ActivationGrid, Job, renderGridJob } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { inOrder } from './in-order.ts';

/** The newest job that renders a grid. */
export function createGridJobLoader(db: DataSource) {
  const gridOf = ({ payload }: Job) => renderGridJob.payload.parse(payload).gridId;
  return new DataLoader(async (gridIds: readonly string[]) => {
    const jobs = await db
      .createQueryBuilder(Job, 'job')
      .innerJoin(
        ActivationGrid,
        'grid',
        `grid.modelId = job.modelId and grid.id::text = job.payload ->> 'gridId'`,
      )
      .where('grid.id = any(:gridIds) and job.name = :name', { gridIds, name: renderGridJob.name })
      .orderBy('job.createdAt')
      .getMany();
    return inOrder(gridIds, jobs, gridOf);
  });
}
