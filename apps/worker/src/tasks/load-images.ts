import { OwnImage } from '@kindred/core';
import { fitImage, type ImageSet, selectImages } from '@kindred/ml';
import { In } from 'typeorm';
import { type FamilyMember, loadTestImages } from './family.ts';
import type { TaskContext } from './task.ts';

/** One image; an experiment's own has no label. */
export type LookedAt = ImageSet;

/** The images at some places of an experiment, each alone: test images, and its own behind them in the size that the network takes. */
export async function loadImages(
  context: TaskContext,
  member: FamilyMember,
  places: readonly number[],
): Promise<LookedAt[]> {
  const { artifacts, db } = context;
  const { config, data, model } = member;
  const isOwn = (place: number) => place >= config.data.test;
  const { experimentId } = model;
  const own = await db.manager.findBy(OwnImage, { experimentId, imageIndex: In(places.filter(isOwn)) });
  const digestAt = new Map(own.map(({ imageIndex, imageDigest }) => [imageIndex, imageDigest]));
  const test = places.every(isOwn) ? null : await loadTestImages(context, member);
  const looked: LookedAt[] = [];
  // One after the other: a picture that somebody brought may have millions of pixels until it is fitted.
  for (const place of places) {
    if (isOwn(place)) {
      const images = await fitImage(await artifacts.read(digestAt.get(place)!), data);
      looked.push({ images, labels: new Uint8Array(0), count: 1 });
    } else looked.push(selectImages(test!, Uint32Array.of(place)));
  }
  return looked;
}

/** Several as one set; who looks at them asks for no labels. */
export function joinImages(looked: readonly LookedAt[]): ImageSet {
  const images = Buffer.concat(looked.map((image) => image.images));
  return { images, labels: new Uint8Array(looked.length), count: looked.length };
}
