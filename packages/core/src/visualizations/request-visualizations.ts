import type { DataSource } from 'typeorm';
import { unknownName } from '../errors/unknown-name.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { findModels } from '../models/find-models.ts';
import { requireOneMember } from '../models/require-one-member.ts';
import { checkNeuron } from '../neurons/check-neuron.ts';
import type { NeuronRef } from '../neurons/neuron-ref.ts';
import { findVisualizations } from './find-visualizations.ts';
import { insertVisualizations } from './insert-visualizations.ts';
import { presetNames } from './preset-names.ts';
import { queueVisualizations } from './queue-visualizations.ts';
import type { Visualization } from './visualization.entity.ts';

export interface VisualizationRequest {
  modelIds: string[];
  neurons: NeuronRef[];
  /** One of presetNames. */
  preset: string;
  seed: number;
}

/**
 * The picture of every neuron in every model, model by model: those that exist as they are, the others queued, one job a
 * model; failed ones are tried again. Before anything is stored it throws NOT_FOUND for an unknown model, BAD_INPUT for an
 * unknown neuron or preset or a model that members share, CONFLICT for a model that will never be trained.
 */
export async function requestVisualizations(
  db: DataSource,
  queue: JobQueue,
  { modelIds, neurons, preset, seed }: VisualizationRequest,
): Promise<Visualization[]> {
  if (!(presetNames as readonly string[]).includes(preset)) throw unknownName('preset', preset, presetNames);
  return db.transaction(async (transaction) => {
    const models = await findModels(transaction, modelIds);
    for (const model of models) requireOneMember(model, 'pictures of neurons');
    for (const architecture of new Set(models.map((model) => model.architecture))) {
      for (const neuron of neurons) await checkNeuron(transaction, architecture, neuron);
    }
    const experimentIds = [...new Set(models.map(({ experimentId }) => experimentId))].sort();
    for (const id of experimentIds) await lockExperiment(transaction, id);

    const keys = models.flatMap(({ id }) =>
      neurons.map((neuron) => ({ modelId: id, ...neuron, preset, seed })),
    );
    await queueVisualizations(transaction, queue, await insertVisualizations(transaction, keys));
    for (const id of experimentIds) await notifyExperiment(transaction, id);
    const found = await findVisualizations(transaction, keys);
    return found.map((visualization) => visualization!);
  });
}
