import { type JobStatus, trainModelJob } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { inOrder } from './in-order.ts';

/** How a model's training job stands, by the model's id. */
export function createTrainingStatusLoader(db: DataSource) {
  return new DataLoader(async (modelIds: readonly string[]) => {
    const rows: { modelId: string; status: JobStatus }[] = await db.query(
      `select distinct on (model_id) model_id as "modelId", status
         from job where model_id = any($1) and name = $2
        order by model_id, created_at desc`,
      [modelIds, trainModelJob.name],
    );
    return inOrder(modelIds, rows, ({ modelId }) => modelId).map((row) => row?.status ?? null);
  });
}
