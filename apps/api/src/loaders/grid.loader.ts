import { ActivationGrid, Job, renderGridJob } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { groupedInOrder, inOrder } from './in-order.ts';

/** The activation grids of an experiment's models, in the order of the family, newest first. */
export function createGridsLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const grids = await db.getRepository(ActivationGrid).find({
      where: { model: { experimentId: In(experimentIds) } },
      relations: { model: true },
      order: { model: { position: 'ASC' }, createdAt: 'DESC', id: 'ASC' },
    });
    return groupedInOrder(experimentIds, grids, ({ model }) => model.experimentId);
  });
}

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
