import {
  LayerMatchDocument,
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

/** Each sibling's neuron in the other one, every other model's in its parent. */
export async function readMatches(
  models: readonly ModelIdentityFragment[],
  at: string,
): Promise<RelatedMatch[]> {
  const parent = models.find(({ kind }) => kind === 'PARENT')!;
  const pairs = siblingPairs([...models]);
  const paired = new Set(pairs.flatMap(({ first, second }) => [first.id, second.id]));
  const related = [
    ...pairs.flatMap(({ first, second }) => [
      { model: first, relative: second },
      { model: second, relative: first },
    ]),
    ...models
      .filter(({ id }) => id !== parent.id && !paired.has(id))
      .map((model) => ({ model, relative: parent })),
  ];
  return Promise.all(
    related.map(async ({ model, relative }) => {
      const variables = { model: model.id, at, in: relative.id };
      const answer = await api.request(NeuronMatchDocument, variables);
      return { model, relative, match: answer.model?.neuron.match ?? null };
    }),
  );
}

/** The whole layer in two models; null until it is computed. */
export async function readLayerMatch(
  model: string,
  other: string,
  layer: string,
): Promise<LayerMatch | null> {
  const answer = await api.request(LayerMatchDocument, { model, other, layer });
  return answer.model?.layerMatch ?? null;
}
