import { MatchKindsDocument, type MatchKindsQuery, NeuronOrderDocument } from '@kindred/client';
import { api } from '../../api.ts';
import { knownValue } from '../../known-value.ts';
import type { Question } from '../copy/question.ts';
import type { Pair } from '../models/family.ts';
import { modelNamed } from '../models/model-named.ts';
import { type Family, readFamily } from '../models/read-family.ts';
import { atlasPairs } from './atlas-pairs.ts';
import { type AtlasView, hashNames, shows, sizes, sorts } from './atlas-view.ts';
import { type LayerQuestion, type LayerRow, picturesAsked, readRows, rowsAtOnce } from './read-rows.ts';

export interface LayerAtlas {
  family: Family;
  /** Those that have pictures, from the input on. */
  layers: string[];
  layer: string;
  /** By the word in the address. */
  pairs: Record<string, Pair>;
  /** Null in a family of one. */
  pair: Pair | null;
  /** What is asked for each row. */
  question: LayerQuestion;
  /** Of the neurons shown, in order. */
  channels: number[];
  /** Neurons of the layer that have a picture in some model. */
  pictured: number;
  /** Where the pair's neurons went; null where that isn't asked for or not known yet. */
  matches: Matches | null;
  /** Rows of the first neurons. */
  rows: LayerRow[];
  asked: Question[];
}

type Matches = NonNullable<NonNullable<MatchKindsQuery['model']>['layerMatch']>;

/** All of a layer in order, and the first of its pictures. Throws NOT_FOUND or BAD_INPUT for an address that says what there isn't. */
export async function readLayerAtlas(experiment: string, view: AtlasView): Promise<LayerAtlas> {
  const { order } = knownValue('sort', sorts, view.sort);
  const { kind } = knownValue('choice of neurons', shows, view.show);
  const hash = knownValue('hash', hashNames, view.hash);
  knownValue('size', sizes, view.size);
  const family = await readFamily(experiment);
  const models = family.models.nodes;
  const layers = [...new Set(family.visualizedNeurons.map((ref) => split(ref).layer))];
  const layer = view.layer
    ? knownValue('layer', Object.fromEntries(layers.map((name) => [name, name])), view.layer)
    : (layers[0] ?? '');
  const pairs = atlasPairs(models);
  const pair = view.pair ? knownValue('pair', pairs, view.pair) : (Object.values(pairs)[0] ?? null);
  const shown = view.model ? [modelNamed(models, view.model)] : models;
  const question: LayerQuestion = {
    experiment,
    layer,
    models: shown.map(({ id }) => id),
    pair: pair && !view.model ? [pair.first.id, pair.second.id] : null,
  };
  const pictured = channelsIn(layer, family.visualizedNeurons);
  const [sorted, matches] = await Promise.all([
    pair && order !== 'NEURON' ? readOrder(pair, { orderBy: order, hash }) : [],
    pair && kind ? readMatchKinds(pair, layer) : null,
  ]);
  const channels = [...new Set([...channelsIn(layer, sorted), ...pictured])].filter(
    (channel) => !kind || matches?.matches[channel]?.kind === kind,
  );
  const first = channels.slice(0, rowsAtOnce(question));
  const rows = await readRows(api, question, first);
  const asked = first.length > 0 ? [picturesAsked(question, first)] : [];
  const known = { family, layers, layer, pairs, pair, question, channels };
  return { ...known, pictured: pictured.length, matches, rows, asked };
}

async function readOrder(
  { first, second }: Pair,
  order: { orderBy: (typeof sorts)[string]['order']; hash: (typeof hashNames)[string] },
): Promise<string[]> {
  const answer = await api.request(NeuronOrderDocument, { model: first.id, against: second.id, ...order });
  return answer.model?.distanceTo?.refs ?? [];
}

async function readMatchKinds({ first, second }: Pair, layer: string): Promise<Matches | null> {
  const answer = await api.request(MatchKindsDocument, { model: first.id, other: second.id, layer });
  return answer.model?.layerMatch ?? null;
}

function channelsIn(layer: string, refs: readonly string[]): number[] {
  return refs.map(split).flatMap((ref) => (ref.layer === layer ? [ref.channel] : []));
}

/** `stage2.block0:17` */
function split(ref: string): { layer: string; channel: number } {
  const [layer, channel] = ref.split(':');
  return { layer: layer!, channel: Number(channel) };
}
