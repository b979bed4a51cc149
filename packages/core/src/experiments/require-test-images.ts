import { DomainError } from '../errors/domain-error.ts';
import type { Experiment } from './experiment.entity.ts';

/** Throws BAD_INPUT for a place that isn't among the experiment's test images. */
export function requireTestImages({ config }: Experiment, images: readonly number[]): void {
  const { test } = config.data;
  const beyond = images.find((image) => image >= test);
  if (beyond === undefined) return;
  throw new DomainError(
    'BAD_INPUT',
    `There is no image ${beyond}: this experiment has ${test} test images (0–${test - 1}).`,
  );
}
