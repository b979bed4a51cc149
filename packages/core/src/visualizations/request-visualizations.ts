import type { DataSource } from 'typeorm';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { NeuronRef } from '../neurons/neuron-ref.ts';
import type { Visualization } from './visualization.entity.ts';

export interface VisualizationRequest {
  modelIds: string[];
  neurons: NeuronRef[];
  /** One of presetNames. */
  preset: string;
  seed: number;
}

/**
 * The picture of every neuron in every model, model by model: those that exist as they are, the others queued, one job a model.
 * Throws NOT_FOUND or BAD_INPUT, before anything is stored, for an unknown model, neuron or preset.
 */
export async function requestVisualizations(
  db: DataSource,
  queue: JobQueue,
  request: VisualizationRequest,
): Promise<Visualization[]> {
  throw new Error(`${db} ${queue} ${request}`);
}
