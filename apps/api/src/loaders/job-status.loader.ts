import type { JobName, JobStatus } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { inOrder } from './in-order.ts';

/** How the newest job of that name stands for a model, by the model's id. */
export function createJobStatusLoader(db: DataSource, name: JobName) {
  return new DataLoader(async (modelIds: readonly string[]) => {
    const rows: { modelId: string; status: JobStatus }[] = await db.query(
      `select distinct on (model_id) model_id as "modelId", status
         from job where model_id = any($1) and name = $2
        order by model_id, created_at desc`,
      [modelIds, name],
    );
    return inOrder(modelIds, rows, ({ modelId }) => modelId).map((row) => row?.status ?? null);
  });
}
