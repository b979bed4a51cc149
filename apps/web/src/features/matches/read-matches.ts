import {
  FamilyMatchesDocument,
  type LayerMatchQuery,
  type ModelIdentityFragment,
  NeuronMatchDocument,
  type NeuronMatchFieldsFragment,
} from '@kindred/client';
import { api } from '../../api.ts';
import { siblingPairs } from '../models/family.ts';

export type LayerMatch = NonNullable<NonNullable<LayerMatchQuery['model']>['layerMatch']>;

/** Where one model's neuron is in a relative; null until it is computed. */
export interface RelatedMatch {
  model: ModelIdentityFragment;
  relative: ModelIdentityFragment;
  match: NeuronMatchFieldsFragment | null;
}

/** Each sibling's neuron in the other one, every other model's in its parent: a request for all, and two a pair. */
export async function readMatches(
  experiment: string,
  models: readonly ModelIdentityFragment[],
  at: string,
): Promise<RelatedMatch[]> {
  const parent = models.find(({ kind }) => kind === 'PARENT')!;
  const pairs = siblingPairs([...models]);
  const paired = new Set(pairs.flatMap(({ first, second }) => [first.id, second.id]));
  const others = models.filter(({ id }) => id !== parent.id && !paired.has(id));
  const [inParent, ...ofSiblings] = await Promise.all([
    readMatchesIn(experiment, at, parent.id),
    ...pairs.flatMap(({ first, second }) => [readMatch(first, at, second), readMatch(second, at, first)]),
  ]);
  const ofOthers = others.map((model) => ({
    model,
    relative: parent,
    match: inParent.get(model.id) ?? null,
  }));
  return [...ofSiblings, ...ofOthers];
}

/** By model id. */
async function readMatchesIn(
  experiment: string,
  at: string,
  relative: string,
): Promise<Map<string, NeuronMatchFieldsFragment | null>> {
  const answer = await api.request(FamilyMatchesDocument, { experiment, at, in: relative });
  const nodes = answer.experiment?.models.nodes ?? [];
  return new Map(nodes.map(({ id, neuron }) => [id, neuron.match]));
}

async function readMatch(
  model: ModelIdentityFragment,
  at: string,
  relative: ModelIdentityFragment,
): Promise<RelatedMatch> {
  const answer = await api.request(NeuronMatchDocument, { model: model.id, at, in: relative.id });
  return { model, relative, match: answer.model?.neuron.match ?? null };
}
