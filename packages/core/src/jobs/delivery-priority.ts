import type { EntityManager } from 'typeorm';
import { Model } from '../models/model.entity.ts';
import { jobDefinitions } from './job-definitions.ts';
import type { DeliverableJob } from './job-queue.ts';

const priorityByName = new Map<string, number>(jobDefinitions.map(({ name, priority }) => [name, priority]));

/**
 * Exports, for which someone waits, before training before evaluation before pictures; among equals by place in the family,
 * parents first. Higher goes first.
 */
export async function deliveryPriorities(
  transaction: EntityManager,
  jobs: readonly DeliverableJob[],
): Promise<number[]> {
  const ids = jobs.flatMap(({ modelId }) => modelId ?? []);
  const models = ids.length
    ? await transaction.createQueryBuilder(Model, 'model').whereInIds(ids).getMany()
    : [];
  const positions = new Map(models.map(({ id, position }) => [id, position]));
  return jobs.map(({ name, modelId }) => {
    const position = modelId ? (positions.get(modelId) ?? 0) : 0;
    return (priorityByName.get(name) ?? 0) * 1000 - position;
  });
}
