import { type NeuronRef, plainObjective } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { groupedInOrder } from './in-order.ts';

/** Neurons of an experiment's models that have a plain picture, or the wish for one, from the input on. */
export function createVisualizedNeuronsLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const neurons: (NeuronRef & { experimentId: string })[] = await db.query(
      `select "experimentId", pictured.layer, channel
         from (
           select distinct model.experiment_id as "experimentId", model.architecture, visualization.layer, visualization.channel
             from visualization join model on model.id = visualization.model_id
            where model.experiment_id = any($1) and visualization.objective = $2
         ) as pictured
         join layer on (layer.architecture, layer.name) = (pictured.architecture, pictured.layer)
        order by layer.position, channel`,
      [experimentIds, plainObjective],
    );
    return groupedInOrder(experimentIds, neurons, ({ experimentId }) => experimentId);
  });
}
