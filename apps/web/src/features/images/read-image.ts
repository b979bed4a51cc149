import {
  KindredError,
  type ModelIdentityFragment,
  SaliencyMapsDocument,
  type SaliencyMapsQuery,
} from '@kindred/client';
import { api } from '../../api.ts';
import { type Family, modelNamed, readFamily } from '../models/read-family.ts';
import { type ImageView, methods } from './image-view.ts';

type Answer = NonNullable<SaliencyMapsQuery['experiment']>;
export type SaliencyMap = Answer['saliencyMaps']['nodes'][number];

/** One model, and its map of the image if somebody asked for it. */
export interface ImageMember {
  model: ModelIdentityFragment;
  map: SaliencyMap | null;
}

export interface ImagePage {
  family: Family;
  index: number;
  view: ImageView;
  /** The model that the others are compared with. */
  reference: ModelIdentityFragment;
  testImages: number;
  classes: number;
  members: ImageMember[];
}

/** Throws NOT_FOUND or BAD_INPUT for an experiment, an image, a method or a model to compare with that there isn't. */
export async function readImage(experiment: string, place: string, view: ImageView): Promise<ImagePage> {
  const index = /^\d{1,9}$/.test(place) ? Number(place) : Number.NaN;
  if (Number.isNaN(index))
    throw new KindredError('BAD_INPUT', `"${place}" is no image: write a number from 0.`);
  if (!(view.method in methods)) {
    const known = Object.keys(methods).join(', ');
    throw new KindredError('BAD_INPUT', `Unknown method "${view.method}": known are ${known}.`);
  }
  const family = await readFamily(experiment);
  const models = family.models.nodes;
  const reference = modelNamed(models, view.against);
  const { method, target } = view;
  const variables = { experiment, imageIndex: index, method, target, seed: family.seed };
  const { dataset, testImages, saliencyMaps } = (await api.request(SaliencyMapsDocument, variables))
    .experiment!;
  if (index >= testImages)
    throw new KindredError(
      'BAD_INPUT',
      `There is no image ${index}: this experiment has ${testImages} test images (0–${testImages - 1}).`,
    );
  const mapOf = new Map(saliencyMaps.nodes.map((map) => [map.model.id, map]));
  const members = models.map((model) => ({ model, map: mapOf.get(model.id) ?? null }));
  return { family, index, view, reference, testImages, classes: dataset.classes, members };
}
