import { Artifact } from '../artifacts/artifact.entity.ts';
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
  /** Who brings it; null on a server that has one owner. */
  authorId: string | null;
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
  const imageDigest = sha256(png);
  const find = (database: Database) =>
    database.getRepository(OwnImage).findOneBy({ experimentId, imageDigest });
  if (!(await find(db))) {
    await nextPlace(db, experimentId);
    // Before anything is locked: a bucket may be slow.
    await artifacts.keep(png);
  }
  return db.transaction(async (transaction) => {
    // Two that come together would take the same place.
    await lockExperiment(transaction, experimentId);
    const known = await find(transaction);
    if (known) return { image: known, isNew: false };
    const imageIndex = await nextPlace(transaction, experimentId);
    const artifact = { digest: imageDigest, mediaType: 'image/png', byteLength: png.byteLength };
    await transaction.createQueryBuilder().insert().into(Artifact).values(artifact).orIgnore().execute();
    const image = await transaction.save(
      transaction.create(OwnImage, { ...given, experimentId, imageIndex, imageDigest }),
    );
    await notifyExperiment(transaction, experimentId);
    return { image, isNew: true };
  });
}

async function nextPlace(db: Database, experimentId: string): Promise<number> {
  const experiment = await db.getRepository(Experiment).findOneBy({ id: experimentId });
  if (!experiment)
    throw new DomainError('NOT_FOUND', `There is no experiment ${experimentId}: it may have been deleted.`);
  const count = await db.getRepository(OwnImage).countBy({ experimentId });
  // Not by how many there are: one may have been removed.
  const last = await db.getRepository(OwnImage).maximum('imageIndex', { experimentId });
  if (count >= mostOwnImages)
    throw new DomainError(
      'CONFLICT',
      `This experiment has ${count} images of its own, and ${mostOwnImages} are the most: look at one that is there, or remove one.`,
    );
  return last === null ? experiment.config.data.test : last + 1;
}
