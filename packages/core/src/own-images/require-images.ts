import { type EntityManager, In } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import type { Experiment } from '../experiments/experiment.entity.ts';
import { OwnImage } from './own-image.entity.ts';

/** Throws BAD_INPUT for a place that is neither of a test image of the experiment nor of one of its own. */
export async function requireImages(
  db: EntityManager,
  { id: experimentId, config }: Experiment,
  images: readonly number[],
): Promise<void> {
  const { test } = config.data;
  const behind = images.filter((image) => image >= test);
  const own = await db.findBy(OwnImage, { experimentId, imageIndex: In(behind) });
  const beyond = behind.find((image) => !own.some(({ imageIndex }) => imageIndex === image));
  if (beyond === undefined) return;
  throw new DomainError(
    'BAD_INPUT',
    `There is no image ${beyond}: this experiment has ${test} test images (0–${test - 1}), and those that people brought behind them.`,
  );
}
