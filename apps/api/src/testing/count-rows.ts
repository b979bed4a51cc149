import type { DataSource } from 'typeorm';

/** How many rows there are of everything that a mutation may write. */
export async function countRows(db: DataSource): Promise<unknown> {
  const [counts] = await db.query(
    `select (select count(*) from experiment) as experiments, (select count(*) from model) as models,
            (select count(*) from job) as jobs, (select count(*) from visualization) as visualizations,
            (select count(*) from saliency_map) as saliency_maps,
            (select count(*) from activation_grid) as grids, (select count(*) from own_image) as own_images,
            (select count(*) from artifact) as artifacts, (select count(*) from note) as notes,
             (select count(*) from saved_comparison) as comparisons,
            (select count(*) from pgboss.job) as deliveries`,
  );
  return counts;
}
