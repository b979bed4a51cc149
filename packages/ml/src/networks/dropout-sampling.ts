import type { Architecture } from '../architectures/architecture.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { badInput } from '../errors/domain-error.ts';
import { type DropoutDraw, drawDropoutMasks } from '../training/dropout-masks.ts';
import type { Weights } from './pass.ts';

/** Monte Carlo dropout (Gal & Ghahramani, 2016): as many predictions of each image, each with other units dropped. */
export interface DropoutSampling extends Pick<DropoutDraw, 'rate' | 'seed' | 'stream'> {
  samples: number;
}

/** A thinned network a sample, the same for all images, so that samples are members that can be compared. */
export function sampleMasks(architecture: Architecture, data: Dataset, dropout: DropoutSampling): Weights[] {
  const dropouts = architecture.dropouts?.(data);
  if (!dropouts) throw badInput(`Dropout was asked of ${architecture.name}, and it has none.`);
  return Array.from({ length: dropout.samples }, (_, sample) =>
    drawDropoutMasks(dropouts, { ...dropout, batchSize: 1, step: sample }),
  );
}
