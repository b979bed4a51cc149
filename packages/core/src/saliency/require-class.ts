import type { EntityManager } from 'typeorm';
import { Dataset } from '../datasets/dataset.entity.ts';
import { DomainError } from '../errors/domain-error.ts';
import type { Experiment } from '../experiments/experiment.entity.ts';

/** Throws BAD_INPUT for a class that the experiment's data don't have. */
export async function requireClass(db: EntityManager, { config }: Experiment, target: string): Promise<void> {
  const { classes } = await db.findOneByOrFail(Dataset, { name: config.data.name });
  if (['predicted', 'label'].includes(target) || Number(target) < classes) return;
  throw new DomainError(
    'BAD_INPUT',
    `There is no class ${target}: ${config.data.name} has ${classes} classes (0–${classes - 1}).`,
  );
}
