import type { RunningApi } from '@kindred/api/testing';
import { ActivationGrid, formatNeuronRef, SaliencyMap, TestImage, Visualization } from '@kindred/core';
import {
  insertCheckpointPictures,
  insertFamily,
  insertGrids,
  insertSaliencyMaps,
  insertTopImages,
} from '@kindred/core/testing';

export interface PicturedFamily {
  experimentId: string;
  name: string;
  /** Ids of child 1, child 2 … */
  children: string[];
  /** Addresses of the neurons with pictures, in layer order. */
  neurons: string[];
}

/** A PNG of one grey pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** The finished family of core's tests with pictures that a browser can load, also of the first pair on its way, maps and grids of image 0
 * in parent and child 1, and top images of the first layer in parent, child 1 and child 2. */
export async function insertPicturedFamily({ db, artifacts }: RunningApi): Promise<PicturedFamily> {
  const family = await insertFamily(db);
  const { experiment, parent, children, neurons } = family;
  await insertCheckpointPictures(db, family, children.slice(0, 2));
  const imageDigest = await artifacts.put(png, 'image/png', db);
  await db.createQueryBuilder().update(Visualization).set({ imageDigest }).execute();
  const models = [parent, children[0]!];
  await insertSaliencyMaps(db, models, { method: 'smoothgrad-paper', target: 'predicted', seed: 1 });
  await insertGrids(db, models, { layer: 'stage3.block0', preset: 'quick', seed: 1 });
  await insertTopImages(db, [parent, ...children.slice(0, 2)], neurons[0]!.layer);
  const digests = { imageDigest, randomizedDigest: imageDigest, inputDigest: imageDigest };
  await db.createQueryBuilder().update(SaliencyMap).set(digests).execute();
  await db.createQueryBuilder().update(TestImage).set({ imageDigest }).execute();
  await db.createQueryBuilder().update(ActivationGrid).set({ imageDigest }).execute();
  return {
    experimentId: experiment.id,
    name: experiment.name,
    children: children.map(({ id }) => id),
    neurons: neurons.map(formatNeuronRef),
  };
}
