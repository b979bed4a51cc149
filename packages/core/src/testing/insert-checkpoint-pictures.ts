import { randomUUID } from 'node:crypto';
import { type DataSource, In } from 'typeorm';
import { planVisualizations } from '../experiments/plan-visualizations.ts';
import { Model } from '../models/model.entity.ts';
import { type Family, insertPictures } from './insert-family.ts';
import { sampleLayers } from './sample-catalogue.ts';

/** Pictures of a family's neurons at the checkpoints of some of its children, by the first seed. */
export async function insertCheckpointPictures(
  dataSource: DataSource,
  { experiment: { config } }: Family,
  children: readonly Model[],
): Promise<void> {
  const checkpoints = await dataSource.manager.findBy(Model, { finalId: In(children.map(({ id }) => id)) });
  const oneSeed = { ...config, visualize: { ...config.visualize, seeds: 1 } };
  const visualizations = planVisualizations(oneSeed, checkpoints, sampleLayers, randomUUID);
  await dataSource.transaction((transaction) => insertPictures(transaction, checkpoints, visualizations));
}
