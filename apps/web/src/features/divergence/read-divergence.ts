import {
  ModelDivergenceDocument,
  type ModelDivergenceQuery,
  type ModelIdentityFragment,
  NeuronDivergenceDocument,
  type NeuronDivergenceQuery,
} from '@kindred/client';
import { api } from '../../api.ts';
import type { RecipeChoice } from '../neurons/recipe-for.ts';

export type DivergencePoint = NonNullable<ModelDivergenceQuery['model']>['divergence'][number];
export type NeuronDivergencePoint = NonNullable<
  NeuronDivergenceQuery['model']
>['neuron']['divergence'][number];

/** A model that kept checkpoints, with how far it had come at each, and at its end. */
export interface Way<Point> {
  model: ModelIdentityFragment;
  points: Point[];
}

/** Of those that kept checkpoints, the tuned ones. */
export function readDivergence(models: readonly ModelIdentityFragment[]): Promise<Way<DivergencePoint>[]> {
  return readWays(models, async ({ id }) => {
    const answer = await api.request(ModelDivergenceDocument, { model: id });
    return answer.model?.divergence;
  });
}

/** The same of one neuron. */
export function readNeuronDivergence(
  models: readonly ModelIdentityFragment[],
  at: string,
  recipe: RecipeChoice,
): Promise<Way<NeuronDivergencePoint>[]> {
  return readWays(models, async ({ id }) => {
    const answer = await api.request(NeuronDivergenceDocument, { model: id, at, ...recipe });
    return answer.model?.neuron.divergence;
  });
}

async function readWays<Point>(
  models: readonly ModelIdentityFragment[],
  read: (model: ModelIdentityFragment) => Promise<Point[] | undefined>,
): Promise<Way<Point>[]> {
  const tuned = models.filter(({ kind }) => kind === 'CHILD' || kind === 'TICKET');
  const ways = await Promise.all(tuned.map(async (model) => ({ model, points: (await read(model)) ?? [] })));
  return ways.filter(({ points }) => points.length > 0);
}
