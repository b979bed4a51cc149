import {
  type ActivationGridFieldsFragment,
  ActivationGridsDocument,
  KindredError,
  type ModelIdentityFragment,
  type OwnImageFieldsFragment,
  type Role,
  SaliencyMapsDocument,
  type SaliencyMapsQuery,
} from '@kindred/client';
import { api } from '../../api.ts';
import { type Question, question } from '../copy/question.ts';
import { modelNamed } from '../models/model-named.ts';
import { type Family, readFamily } from '../models/read-family.ts';
import { gridPresets, type ImageView, methods } from './image-view.ts';

type Answer = NonNullable<SaliencyMapsQuery['experiment']>;
export type SaliencyMap = Answer['saliencyMaps']['nodes'][number];

/** One model, and its map and grid of the image if somebody asked for them. */
export interface ImageMember {
  model: ModelIdentityFragment;
  map: SaliencyMap | null;
  grid: ActivationGridFieldsFragment | null;
}

export interface ImagePage {
  family: Family;
  index: number;
  view: ImageView;
  /** Whose grids are shown. */
  layer: string;
  /** Those to choose from, from the input. */
  layers: string[];
  /** The model that the others are compared with. */
  reference: ModelIdentityFragment;
  /** The images before and behind it: test images, and those that people brought behind them. */
  previous: number | null;
  next: number | null;
  /** The image, if somebody brought it. */
  own: OwnImageFieldsFragment | null;
  classes: number;
  members: ImageMember[];
  /** Of who looks. */
  role: Role;
  asked: Question[];
}

/** Throws NOT_FOUND or BAD_INPUT for an experiment, an image, a layer or a choice that there isn't. */
export async function readImage(experiment: string, place: string, view: ImageView): Promise<ImagePage> {
  const index = /^\d{1,9}$/.test(place) ? Number(place) : Number.NaN;
  if (Number.isNaN(index))
    throw new KindredError('BAD_INPUT', `"${place}" is no image: write a number from 0.`);
  requireChoice('method', view.method, Object.keys(methods));
  requireChoice('grid', view.grid, Object.keys(gridPresets));
  const family = await readFamily(experiment);
  const models = family.models.nodes;
  const reference = modelNamed(models, view.against);
  const { method, target } = view;
  const shared = { experiment, imageIndex: index, seed: family.seed };
  const ofMaps = { ...shared, method, target, reference: reference.id };
  const answer = await api.request(SaliencyMapsDocument, ofMaps);
  const { dataset, testImages, ownImages, architecture, saliencyMaps } = answer.experiment!;
  const own = ownImages.find(({ imageIndex }) => imageIndex === index) ?? null;
  if (index >= testImages && !own)
    throw new KindredError(
      'BAD_INPUT',
      `There is no image ${index}: this experiment has ${testImages} test images (0–${testImages - 1}).`,
    );
  const layers = architecture.layers.map(({ name }) => name);
  const layer = view.layer || layers.at(-1)!;
  requireChoice('layer', layer, layers);
  const ofGrids = { ...shared, layer, preset: view.grid };
  const { experiment: looked } = await api.request(ActivationGridsDocument, ofGrids);
  const mapOf = new Map(saliencyMaps.nodes.map((map) => [map.model.id, map]));
  const gridOf = new Map(looked!.grids.nodes.map((grid) => [grid.model.id, grid]));
  const members = models.map((model) => ({
    model,
    map: mapOf.get(model.id) ?? null,
    grid: gridOf.get(model.id) ?? null,
  }));
  const { classes } = dataset;
  // Behind the test images there are gaps where one was removed.
  const places = ownImages.map(({ imageIndex }) => imageIndex);
  const previous =
    index <= testImages ? index - 1 : (places.findLast((place) => place < index) ?? testImages - 1);
  const next = index + 1 < testImages ? index + 1 : (places.find((place) => place > index) ?? null);
  const asked = [
    question('saliency maps', SaliencyMapsDocument, ofMaps),
    question('activation grids', ActivationGridsDocument, ofGrids),
  ];
  const known = { family, index, view, layer, layers, reference, own, classes, members, asked };
  return { ...known, previous: previous < 0 ? null : previous, next, role: answer.viewer.role };
}

function requireChoice(kind: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  throw new KindredError('BAD_INPUT', `Unknown ${kind} "${name}": known are ${known.join(', ')}.`);
}
