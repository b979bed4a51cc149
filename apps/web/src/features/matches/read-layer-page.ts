import { LayerMatchDocument, type ModelIdentityFragment } from '@kindred/client';
import { api } from '../../api.ts';
import { type Question, question } from '../copy/question.ts';
import { modelNamed } from '../models/model-named.ts';
import { type Family, readFamily } from '../models/read-family.ts';
import type { LayerMatch } from './read-matches.ts';

export interface LayerPage {
  family: Family;
  model: ModelIdentityFragment;
  other: ModelIdentityFragment;
  /** Null until it is computed. */
  match: LayerMatch | null;
  asked: Question[];
}

/**
 * Two models of a family by name: the first two children where none are named. Throws NOT_FOUND or BAD_INPUT for an experiment, a
 * model or a layer that there isn't.
 */
export async function readLayerPage(
  experiment: string,
  layer: string,
  names: { model?: string; other?: string },
): Promise<LayerPage> {
  const family = await readFamily(experiment);
  const models = family.models.nodes;
  const children = models.filter(({ kind }) => kind === 'CHILD');
  const pick = (name: string | undefined, usual: ModelIdentityFragment | undefined) =>
    name === undefined ? (usual ?? models[0]!) : modelNamed(models, name);
  const model = pick(names.model, children[0]);
  const other = pick(names.other, children[1]);
  const variables = { model: model.id, other: other.id, layer };
  const answer = await api.request(LayerMatchDocument, variables);
  const asked = [question('correlations', LayerMatchDocument, variables)];
  return { family, model, other, match: answer.model?.layerMatch ?? null, asked };
}
