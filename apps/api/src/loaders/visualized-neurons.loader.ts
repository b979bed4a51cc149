import { type NeuronRef, plainObjective } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { groupedInOrder } from './in-order.ts';

/** Neurons of an experiment's models that have a plain picture, or the wish for one, from the input on. */
export function createVisualizedNeuronsLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const neurons: (NeuronRef & { experimentId: string })[] = await db.query(
      `select distinct model.experiment_id as "experimentId", visualization.layer, visualization.channel, layer.position
         from visualization
         join model on model.id = visualization.model_id
         join layer on layer.architecture = model.architecture and layer.name = visualization.layer
        where model.experiment_id = any($1) and visualization.objective = $2
        order by layer.position, visualization.channel`,
      [experimentIds, plainObjective],
    );
    return groupedInOrder(experimentIds, neurons, ({ experimentId }) => experimentId);
  });
}
