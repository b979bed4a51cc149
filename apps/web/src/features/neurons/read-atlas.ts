import {
  ModelDistanceDocument,
  type ModelDistanceQuery,
  type ModelIdentityFragment,
  ModelPicturesDocument,
  type ModelPicturesQuery,
  type NeuronDistanceFieldsFragment,
  PairDistancesDocument,
} from '@kindred/client';
import { allPages } from '../../all-pages.ts';
import { api } from '../../api.ts';
import { neighbourPairs, type Pair, siblingPairs } from '../models/family.ts';
import { rowsPerLayer } from './rows-per-layer.ts';

/** The largest page that the API gives. */
const first = 100;

type PicturedNeuron = NonNullable<ModelPicturesQuery['model']>['visualizedNeurons']['nodes'][number];

export type AtlasPicture = PicturedNeuron['visualization'];

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
  const pictured = countByLayer(refs);
  const perLayer = rowsPerLayer(models.length, pictured.size);
  const [pictures, distances, means] = await Promise.all([
    Promise.all(models.map(({ id }) => readPictures(id, perLayer))),
    Promise.all(pairs.map((pair) => readDistances(pair, perLayer))),
    Promise.all(pairs.map(readMean)),
  ]);
  const byModel = pictures.map(
    (neurons) => new Map(neurons.map((neuron) => [neuron.ref, neuron.visualization])),
  );
  const row = ({ ref, channel }: PicturedNeuron): AtlasRow => ({
    ref,
    channel,
    pictures: byModel.map((ofModel) => ofModel.get(ref) ?? null),
    distances: distances.map((ofPair) => ofPair.get(ref) ?? null),
  });
  const neurons = pictures[0] ?? [];
  const layers = [...pictured].map(([name, pictured]) => ({
    name,
    pictured,
    rows: neurons.filter(({ layer }) => layer.name === name).map(row),
  }));
  return { models, pairs, means, layers };
}

function countByLayer(refs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const ref of refs) {
    const layer = ref.slice(0, ref.lastIndexOf(':'));
    counts.set(layer, (counts.get(layer) ?? 0) + 1);
  }
  return counts;
}

function readPictures(model: string, perLayer: number): Promise<PicturedNeuron[]> {
  return allPages(async (after) => {
    const answer = await api.request(ModelPicturesDocument, { model, perLayer, first, after });
    return answer.model?.visualizedNeurons;
  });
}

async function readDistances(
  { first: one, second }: Pair,
  perLayer: number,
): Promise<Map<string, AtlasRow['distances'][number]>> {
  const neurons = await allPages(async (after) => {
    const answer = await api.request(PairDistancesDocument, {
      model: one.id,
      against: second.id,
      perLayer,
      first,
      after,
    });
    return answer.model?.visualizedNeurons;
  });
  return new Map(neurons.map(({ ref, distanceTo }) => [ref, distanceTo]));
}

async function readMean({ first: one, second }: Pair): Promise<PairDistance | null> {
  const answer = await api.request(ModelDistanceDocument, { model: one.id, against: second.id });
  return answer.model?.distanceTo ?? null;
}
