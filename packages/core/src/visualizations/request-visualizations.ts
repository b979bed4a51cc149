import type { Database } from '../database/database.ts';
import { unknownName } from '../errors/unknown-name.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { findModels } from '../models/find-models.ts';
import { requireOneMember } from '../models/require-one-member.ts';
import { checkNeuron } from '../neurons/check-neuron.ts';
import type { NeuronRef } from '../neurons/neuron-ref.ts';
import { checkContrast } from './check-contrast.ts';
import { findVisualizations } from './find-visualizations.ts';
import { findWithoutSteps } from './find-without-steps.ts';
import { insertVisualizations } from './insert-visualizations.ts';
import { groupOf, neuronsBeside, type Objective, parseObjective, plainObjective } from './objective.ts';
import { parseSteps } from './parse-steps.ts';
import type { Picture } from './picture.ts';
import { type PresetName, presetNames } from './preset-names.ts';
import { queueVisualizations } from './queue-visualizations.ts';

export interface VisualizationRequest {
  modelIds: string[];
  neurons: NeuronRef[];
  /** One of presetNames. */
  preset: string;
  seed: number;
  /** Plain unless given; where pictures are to differ, whatever its index, all of the group are asked for. */
  objective?: Objective;
  /** After which steps of their rendering the pictures are kept too, from 1. */
  steps?: number[];
}

/**
 * The picture of every neuron in every model, model by model, all of a group one after the other: those that exist as they are,
 * the others queued, one job a model, and those that lack a step; failed ones are tried again. Before anything is stored it
 * throws NOT_FOUND for an unknown model, BAD_INPUT for an unknown neuron or preset, an objective that makes no sense or a model
 * that members share, CONFLICT for a model that will never be trained.
 */
export async function requestVisualizations(
  db: Database,
  queue: JobQueue,
  { modelIds, neurons, preset, seed, ...request }: VisualizationRequest,
): Promise<Picture[]> {
  if (!(presetNames as readonly string[]).includes(preset)) throw unknownName('preset', preset, presetNames);
  const objective = parseObjective(request.objective ?? plainObjective);
  const steps = parseSteps(request.steps ?? [], preset as PresetName);
  return db.transaction(async (transaction) => {
    const models = await findModels(transaction, modelIds);
    for (const model of models) requireOneMember(model, 'pictures of neurons');
    for (const architecture of new Set(models.map((model) => model.architecture))) {
      for (const neuron of [...neurons, ...neuronsBeside(objective)])
        await checkNeuron(transaction, architecture, neuron);
    }
    await checkContrast(transaction, models, objective);
    const experimentIds = [...new Set(models.map(({ experimentId }) => experimentId))].sort();
    for (const id of experimentIds) await lockExperiment(transaction, id);

    const keys = models.flatMap(({ id }) =>
      neurons.flatMap((neuron) =>
        groupOf(objective).map((objective) => ({ modelId: id, ...neuron, preset, seed, objective })),
      ),
    );
    const missing = await insertVisualizations(transaction, keys);
    const found = (await findVisualizations(transaction, keys)).map((visualization) => visualization!);
    const missingSteps = await findWithoutSteps(
      transaction,
      found.map(({ id }) => id),
      steps,
    );
    const wishes = new Map([...missing, ...missingSteps].map((wish) => [wish.id, wish]));
    await queueVisualizations(transaction, queue, [...wishes.values()], steps);
    for (const id of experimentIds) await notifyExperiment(transaction, id);
    return found;
  });
}
