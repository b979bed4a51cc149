import type { DataSource } from 'typeorm';
import { ActivationGrid } from '../grids/activation-grid.entity.ts';
import type { Model } from '../models/model.entity.ts';
import { insertArtifact } from './insert-artifact.ts';
import { digestOf } from './sample-bits.ts';

/** A finished grid of image 0 in each of these models, of 7×7 cells in 6 groups. */
export async function insertGrids(
  { manager }: DataSource,
  models: readonly Model[],
  recipe: Pick<ActivationGrid, 'layer' | 'preset' | 'seed'>,
): Promise<void> {
  const imageDigest = await insertArtifact(manager, 'an activation grid');
  const grids = models.map(({ id: modelId, name }) => ({
    modelId,
    imageIndex: 0,
    ...recipe,
    status: 'done' as const,
    imageDigest,
    contentKey: digestOf(`grid of ${name}`),
    result: {
      rows: 7,
      columns: 7,
      cellSize: 24,
      grouping: { groups: 6, error: 0.25 },
      dataDigest: digestOf('test image'),
      backend: 'cpu',
      codeVersion: 'test',
    },
  }));
  await manager.insert(ActivationGrid, grids);
}
