import type { EntityManager } from 'typeorm';
import { Dataset } from '../datasets/dataset.entity.ts';
import { DomainError } from '../errors/domain-error.ts';
import type { Experiment } from '../experiments/experiment.entity.ts';

/** Throws BAD_INPUT for a class that the experiment's data don't have, and for the label of an own image, which has none. */
export async function requireClass(
  db: EntityManager,
  { config }: Experiment,
  { target, images }: { target: string; images: readonly number[] },
): Promise<void> {
  const own = images.find((image) => image >= config.data.test);
  if (target === 'label' && own !== undefined)
    throw new DomainError(
      'BAD_INPUT',
      `Image ${own} is somebody's own and has no label: ask for \`predicted\` or a class.`,
    );
  const { classes } = await db.findOneByOrFail(Dataset, { name: config.data.name });
  if (['predicted', 'label'].includes(target) || Number(target) < classes) return;
  throw new DomainError(
    'BAD_INPUT',
    `There is no class ${target}: ${config.data.name} has ${classes} classes (0–${classes - 1}).`,
  );
}
