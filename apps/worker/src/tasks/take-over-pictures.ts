import { lockExperiment, notifyExperiment, Visualization } from '@kindred/core';
import { hashVersion } from '@kindred/ml';
import type { FamilyMember } from './family.ts';
import { findFinished } from './find-finished.ts';
import { isKeptAfter, type Wish } from './find-wishes.ts';
import { type Picture, storePicture } from './store-picture.ts';
import type { TaskContext } from './task.ts';

/**
 * Fulfils the wishes for pictures that are there under the same content key, kept after each of the steps; answers with the others.
 * One that was hashed by another definition is left to be rendered, which hashes it anew.
 */
export async function takeOverPictures(
  context: TaskContext,
  { model: { experimentId } }: FamilyMember,
  wishes: readonly Wish[],
  steps: readonly number[],
): Promise<Wish[]> {
  const keys = wishes.map(({ contentKey }) => contentKey);
  const finished = await findFinished(context, Visualization, keys, { hashes: true, steps: true });
  const pictures = new Map(
    finished
      .filter(({ hashes, steps: kept }) => hashes?.version === hashVersion && isKeptAfter(steps, kept))
      .map((visualization) => [visualization.contentKey!, pictureOf(visualization, steps)]),
  );
  if (pictures.size === 0) return [...wishes];
  await context.db.transaction(async (transaction) => {
    await lockExperiment(transaction, experimentId);
    for (const wish of wishes) {
      const picture = pictures.get(wish.contentKey);
      if (picture) await storePicture(context, wish, picture, transaction);
    }
    await notifyExperiment(transaction, experimentId);
  });
  return wishes.filter(({ contentKey }) => !pictures.has(contentKey));
}

function pictureOf(
  { imageDigest, width, height, activation, hashes, steps }: Visualization,
  asked: readonly number[],
): Picture {
  return {
    imageDigest: imageDigest!,
    width: width!,
    height: height!,
    activation: activation!,
    hashes: hashes!,
    steps: steps.filter(({ step }) => asked.includes(step)),
  };
}
