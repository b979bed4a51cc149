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
  layers: { name: string; rows: AtlasRow[] }[];
}

/** Every pictured neuron of a family by layer. One request a model and two a pair, all at once. */
export async function readAtlas(models: ModelIdentityFragment[]): Promise<Atlas> {
  const pairs = [...siblingPairs(models), ...neighbourPairs(models)];
  const [pictures, distances, means] = await Promise.all([
    Promise.all(models.map(({ id }) => readPictures(id))),
    Promise.all(pairs.map(readDistances)),
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
  return { models, pairs, means, layers: byLayer(pictures[0] ?? [], row) };
}

/** Neurons arrive in layer order: a layer's stand together. */
function byLayer(neurons: PicturedNeuron[], row: (neuron: PicturedNeuron) => AtlasRow): Atlas['layers'] {
  const layers: Atlas['layers'] = [];
  for (const neuron of neurons) {
    if (layers.at(-1)?.name !== neuron.layer.name) layers.push({ name: neuron.layer.name, rows: [] });
    layers.at(-1)!.rows.push(row(neuron));
  }
  return layers;
}

function readPictures(model: string): Promise<PicturedNeuron[]> {
  return allPages(async (after) => {
    const answer = await api.request(ModelPicturesDocument, { model, first, after });
    return answer.model?.visualizedNeurons;
  });
}

async function readDistances({
  first: one,
  second,
}: Pair): Promise<Map<string, AtlasRow['distances'][number]>> {
  const neurons = await allPages(async (after) => {
    const answer = await api.request(PairDistancesDocument, {
      model: one.id,
      against: second.id,
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
