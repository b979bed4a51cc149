import {
  FamilyLayerPicturesDocument,
  type KindredClient,
  LayerDistancesDocument,
  type LayerDistancesQuery,
  type LayerPicturesFragment,
  ModelLayerPicturesDocument,
} from '@kindred/client';
import { type Question, question } from '../copy/question.ts';

export type LayerPicture = LayerPicturesFragment['neurons']['nodes'][number]['visualization'];
export type LayerDistance = NonNullable<
  LayerDistancesQuery['model']
>['neurons']['nodes'][number]['distanceTo'];

export interface LayerRow {
  channel: number;
  /** In the order of the models asked for. */
  pictures: LayerPicture[];
  /** Of the pair; null where nobody asked, or a picture is missing. */
  distance: LayerDistance;
}

export interface LayerQuestion {
  experiment: string;
  layer: string;
  /** Ids. */
  models: string[];
  /** Ids of the two whose distance is told; null leaves it out. */
  pair: [first: string, second: string] | null;
}

/** Rows that are read together: some 100 pictures. */
export function rowsAtOnce({ models }: LayerQuestion): number {
  return models.length > 1 ? 20 : 100;
}

/** The rows of some neurons, 100 at most, in the order of `channels`: from the server or the browser. */
export async function readRows(
  client: KindredClient,
  question: LayerQuestion,
  channels: number[],
): Promise<LayerRow[]> {
  if (channels.length === 0) return [];
  const [pictures, distances] = await Promise.all([
    readPictures(client, question, channels),
    readDistances(client, question, channels),
  ]);
  return channels.map((channel) => ({
    channel,
    pictures: question.models.map((model) => pictures.get(model)?.get(channel) ?? null),
    distance: distances.get(channel) ?? null,
  }));
}

/** What is asked for the pictures of some neurons, for a script. */
export function picturesAsked({ experiment, layer, models }: LayerQuestion, channels: number[]): Question {
  const neurons = { layer, channels, first: channels.length };
  return models.length > 1
    ? question('pictures', FamilyLayerPicturesDocument, { experiment, ...neurons })
    : question('pictures', ModelLayerPicturesDocument, { model: models[0]!, ...neurons });
}

type ByChannel<Value> = Map<number, Value>;

async function readPictures(
  client: KindredClient,
  { experiment, layer, models }: LayerQuestion,
  channels: number[],
): Promise<Map<string, ByChannel<LayerPicture>>> {
  const neurons = { layer, channels, first: channels.length };
  const read = async (): Promise<(LayerPicturesFragment | null)[]> => {
    if (models.length > 1) {
      const answer = await client.request(FamilyLayerPicturesDocument, { experiment, ...neurons });
      return answer.experiment?.models.nodes ?? [];
    }
    return [(await client.request(ModelLayerPicturesDocument, { model: models[0]!, ...neurons })).model];
  };
  const byModel = (await read()).filter((model) => model !== null);
  return new Map(
    byModel.map(({ id, neurons: { nodes } }) => [
      id,
      new Map(nodes.map(({ channel, visualization }) => [channel, visualization])),
    ]),
  );
}

async function readDistances(
  client: KindredClient,
  { layer, pair }: LayerQuestion,
  channels: number[],
): Promise<ByChannel<LayerDistance>> {
  if (!pair) return new Map();
  const [model, against] = pair;
  const neurons = { layer, channels, first: channels.length };
  const answer = await client.request(LayerDistancesDocument, { model, against, ...neurons });
  return new Map(answer.model?.neurons.nodes.map(({ channel, distanceTo }) => [channel, distanceTo]));
}
