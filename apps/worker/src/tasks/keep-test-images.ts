import { TestImage } from '@kindred/core';
import { encodePng, type Images, type Pixels, selectImages } from '@kindred/ml';
import pLimit from 'p-limit';
import type { FamilyMember } from './family.ts';
import type { TaskContext } from './task.ts';

/** Waits for a disk or a bucket are shared. */
const keptAtOnce = 8;

/** Keeps test images as pictures, unless they are there; answers with the rows that are missing. */
export async function keepTestImages(
  { db, artifacts }: TaskContext,
  { model: { experimentId }, data: { height, width, channels } }: FamilyMember,
  images: Images,
  indices: readonly number[],
): Promise<Omit<TestImage, 'id' | 'experiment'>[]> {
  const there = await db.manager.findBy(TestImage, { experimentId });
  const known = new Set(there.map(({ imageIndex }) => imageIndex));
  const missing = indices.filter((index) => !known.has(index));
  return pLimit(keptAtOnce).map(missing, async (imageIndex) => {
    const { images: pixels, labels } = selectImages(images, Uint32Array.of(imageIndex));
    const picture = { width, height, channels: channels as Pixels['channels'], data: pixels };
    const imageDigest = await artifacts.put(encodePng(picture), 'image/png', db);
    return { experimentId, imageIndex, label: labels[0]!, height, width, imageDigest };
  });
}
