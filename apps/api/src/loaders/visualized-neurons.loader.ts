import { type NeuronRef, plainObjective } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { groupedInOrder, inOrder } from './in-order.ts';

/** Neurons of an experiment's models that have a plain picture, or the wish for one, from the input on. */
export function createVisualizedNeuronsLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const neurons: (NeuronRef & { experimentId: string })[] = await db.query(
      `select experiment_id as "experimentId", layer, channel
         from visualized_neuron neuron join layer on (layer.architecture, layer.name) = (neuron.architecture, neuron.layer)
        where experiment_id = any($1) order by layer.position, channel`,
      [experimentIds],
    );
    return groupedInOrder(experimentIds, neurons, ({ experimentId }) => experimentId);
  });
}

/** Of the neurons of which an experiment's first model with plain pictures has any, the one in the middle of the network; null without any. */
export function createMiddleNeuronLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const neurons: (NeuronRef & { experimentId: string })[] = await db.query(
      `select asked.id as "experimentId", middle.layer, middle.channel
         from unnest($1::uuid[]) as asked(id)
         cross join lateral (
           select id, architecture from model
            where experiment_id = asked.id and final_id is null
              and exists (select from visualization where model_id = model.id and objective = $2)
            order by position limit 1
         ) as first
         cross join lateral (
           select layer, channel, row_number() over (order by layer.position, channel) as place, count(*) over () as total
             from (select distinct layer, channel from visualization where model_id = first.id and objective = $2) as pictured
             join layer on (layer.architecture, layer.name) = (first.architecture, pictured.layer)
         ) as middle
        where place = total / 2 + 1`,
      [experimentIds, plainObjective],
    );
    return inOrder(experimentIds, neurons, ({ experimentId }) => experimentId);
  });
}
