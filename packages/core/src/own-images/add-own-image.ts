import type { EntityManager } from 'typeorm';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { sha256 } from '../artifacts/sha256.ts';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import { OwnImage } from './own-image.entity.ts';

/** Of an experiment: enough to look at, and no store of pictures. */
export const mostOwnImages = 100;

export interface GivenImage {
  name: string;
  /** Pixels. */
  width: number;
  height: number;
  /** PNG of 8 bits, upright, in sRGB without transparency. */
  png: Uint8Array;
}

/**
 * Keeps an image behind those that an experiment has. One of the same pixels is answered with as it is, whatever it is called. Throws
 * NOT_FOUND for an unknown experiment, CONFLICT where it has as many as it may.
 */
export async function addOwnImage(
  db: Database,
  artifacts: ArtifactStore,
  experimentId: string,
  { png, ...given }: GivenImage,
): Promise<{ image: OwnImage; isNew: boolean }> {
  return db.transaction(async (transaction) => {
    // Two that come together would take the same place.
    await lockExperiment(transaction, experimentId);
    const imageDigest = sha256(png);
    const known = await transaction.findOneBy(OwnImage, { experimentId, imageDigest });
    if (known) return { image: known, isNew: false };
    const imageIndex = await nextPlace(transaction, experimentId);
    await artifacts.put(png, 'image/png', transaction);
    const image = await transaction.save(
      transaction.create(OwnImage, { ...given, experimentId, imageIndex, imageDigest }),
    );
    await notifyExperiment(transaction, experimentId);
    return { image, isNew: true };
  });
}

async function nextPlace(transaction: EntityManager, experimentId: string): Promise<number> {
  const experiment = await transaction.findOneBy(Experiment, { id: experimentId });
  if (!experiment)
    throw new DomainError('NOT_FOUND', `There is no experiment ${experimentId}: it may have been deleted.`);
  const count = await transaction.countBy(OwnImage, { experimentId });
  if (count >= mostOwnImages)
    throw new DomainError(
      'CONFLICT',
      `This experiment has ${count} images of its own, and ${mostOwnImages} are the most: look at one that is there.`,
    );
  return experiment.config.data.test + count;
}
