import type { RunningApi } from '@kindred/api/testing';
import { formatNeuronRef, Visualization } from '@kindred/core';
import { insertFamily } from '@kindred/core/testing';

export interface PicturedFamily {
  experimentId: string;
  name: string;
  /** Ids of child 1, child 2 … */
  children: string[];
  /** Addresses of the neurons with pictures, in layer order. */
  neurons: string[];
}

/** A PNG of one grey pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** The finished family of core's tests, with a picture that a browser can load. */
export async function insertPicturedFamily({ db, artifacts }: RunningApi): Promise<PicturedFamily> {
  const { experiment, children, neurons } = await insertFamily(db);
  const imageDigest = await artifacts.put(png, 'image/png', db);
  await db.createQueryBuilder().update(Visualization).set({ imageDigest }).execute();
  return {
    experimentId: experiment.id,
    name: experiment.name,
    children: children.map(({ id }) => id),
    neurons: neurons.map(formatNeuronRef),
  };
}
