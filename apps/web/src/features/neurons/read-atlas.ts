import {
  ModelDistanceDocument,
  type ModelDistanceQuery,
  type ModelIdentityFragment,
  ModelPicturesDocument,
  type ModelPicturesQuery,
  type NeuronDistanceFieldsFragment,
  NeuronDistancesDocument,
} from '@kindred/client';
import { api } from '../../api.ts';
import { neighbourPairs, type Pair, siblingPairs } from '../models/family.ts';
import { rowsPerLayer } from './rows-per-layer.ts';

/** The largest page that the API gives. */
const first = 100;

export type AtlasPicture = NonNullable<
  ModelPicturesQuery['model']
>['neuronsAt']['nodes'][number]['visualization'];

export interface AtlasRow {
  ref: string;
  channel: number;
  /** In the order of the atlas's models. */
  pictures: AtlasPicture[];
  /** In the order of the atlas's pairs; null while a picture is missing. */
  distances: (NeuronDistanceFieldsFragment | null)[];
}

export type PairDistance = NonNullable<NonNullable<ModelDistanceQuery['model']>['distanceTo']>;

export interface Atlas {
  models: ModelIdentityFragment[];
  pairs: Pair[];
  /** How far each pair is apart by the experiment's own recipe; null while no neuron has both pictures. */
  means: (PairDistance | null)[];
  layers: {
    name: string;
    /** How many of its neurons are pictured. */
    pictured: number;
    /** Of the first of them. */
    rows: AtlasRow[];
  }[];
}

/**
 * The first pictured neurons of each layer of a family. A request a model and two a pair, all at once.
 * @param refs addresses of all that are pictured, a layer's together
 */
export async function readAtlas(models: ModelIdentityFragment[], refs: readonly string[]): Promise<Atlas> {
  const pairs = [...siblingPairs(models), ...neighbourPairs(models)];
  const byLayer = groupByLayer(refs);
  const shown = [...byLayer].map(
    ([name, ofLayer]) => [name, ofLayer.slice(0, rowsPerLayer(models.length, byLayer.size))] as const,
  );
  const chosen = shown.flatMap(([, ofLayer]) => ofLayer);
  const [pictures, distances, means] = await Promise.all([
    Promise.all(models.map(({ id }) => readPictures(id, chosen))),
    Promise.all(pairs.map((pair) => readDistances(pair, chosen))),
    Promise.all(pairs.map(readMean)),
  ]);
  const row = (ref: string): AtlasRow => ({
    ref,
    channel: Number(ref.slice(ref.lastIndexOf(':') + 1)),
    pictures: pictures.map((ofModel) => ofModel.get(ref) ?? null),
    distances: distances.map((ofPair) => ofPair.get(ref) ?? null),
  });
  const layers = shown.map(([name, ofLayer]) => ({
    name,
    pictured: byLayer.get(name)!.length,
    rows: ofLayer.map(row),
  }));
  return { models, pairs, means, layers };
}

function groupByLayer(refs: readonly string[]): Map<string, string[]> {
  const layers = new Map<string, string[]>();
  for (const ref of refs) {
    const layer = ref.slice(0, ref.lastIndexOf(':'));
    const known = layers.get(layer);
    if (known) known.push(ref);
    else layers.set(layer, [ref]);
  }
  return layers;
}

async function readPictures(model: string, chosen: readonly string[]): Promise<Map<string, AtlasPicture>> {
  const pages = pagesOf(chosen).map((refs) => api.request(ModelPicturesDocument, { model, refs, first }));
  const neurons = (await Promise.all(pages)).flatMap((answer) => answer.model?.neuronsAt.nodes ?? []);
  return new Map(neurons.map(({ ref, visualization }) => [ref, visualization]));
}

async function readDistances(
  { first: one, second }: Pair,
  chosen: readonly string[],
): Promise<Map<string, AtlasRow['distances'][number]>> {
  const between = { model: one.id, against: second.id };
  const pages = pagesOf(chosen).map((refs) =>
    api.request(NeuronDistancesDocument, { ...between, refs, first }),
  );
  const neurons = (await Promise.all(pages)).flatMap((answer) => answer.model?.neuronsAt.nodes ?? []);
  return new Map(neurons.map(({ ref, distanceTo }) => [ref, distanceTo]));
}

const pagesOf = (refs: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(refs.length / first) }, (_, page) =>
    refs.slice(page * first, (page + 1) * first),
  );

async function readMean({ first: one, second }: Pair): Promise<PairDistance | null> {
  const answer = await api.request(ModelDistanceDocument, { model: one.id, against: second.id });
  return answer.model?.distanceTo ?? null;
}
