import { unpackXz } from '../src/datasets/data-files.ts';
import { badInput } from '../src/errors/domain-error.ts';
import type { FixtureFolder } from './fixture-folder.ts';
import { NotYet } from './line.ts';

const imageBytes = 3 * 32 * 32;
const recordBytes = 1 + imageBytes;

/** Images and labels as they are picked from a batch; images are [count, 3, 32, 32]. */
export interface PickedImages {
  shape: [count: number, channels: number, height: number, width: number];
  pixels: Uint8Array;
  labels: Uint8Array;
}

/** CIFAR-10's binary format: records of a label and three planes. Picks by index, in the order of the indices. */
export interface CifarBatch {
  pick(indices: readonly number[]): PickedImages;
}

/** @throws NotYet where no folder has `<name>.bin` or `<name>.bin.xz` */
export async function openCifarBatch(folder: FixtureFolder, name: unknown): Promise<CifarBatch> {
  const plain = folder.material(`${name}.bin`);
  const packed = plain ? undefined : folder.material(`${name}.bin.xz`);
  if (!plain && !packed)
    throw new NotYet(`${name}.bin or ${name}.bin.xz is in none of the folders that were given`);
  const records = plain ?? (await unpackXz(packed!));
  if (records.length === 0 || records.length % recordBytes !== 0)
    throw badInput(`${name} has ${records.length} bytes, which are no CIFAR-10 records of ${recordBytes}.`);
  return { pick: (indices) => pick(records, indices) };
}

function pick(records: Uint8Array, indices: readonly number[]): PickedImages {
  const pixels = new Uint8Array(indices.length * imageBytes);
  const labels = new Uint8Array(indices.length);
  for (const [place, index] of indices.entries()) {
    const record = records.subarray(index * recordBytes, (index + 1) * recordBytes);
    if (record.length !== recordBytes)
      throw badInput(`Image ${index} came; the batch has ${records.length / recordBytes}.`);
    labels[place] = record[0]!;
    pixels.set(record.subarray(1), place * imageBytes);
  }
  return { shape: [indices.length, 3, 32, 32], pixels, labels };
}
