import {
  type ModelIdentityFragment,
  TopImagesDocument,
  type TopImagesFieldsFragment,
  type TopImagesQueryVariables,
} from '@kindred/client';
import { api } from '../../api.ts';
import { type Question, question } from '../copy/question.ts';
import { withNeurons } from '../models/family.ts';

/** One model, and the images that excite its neuron most; null until they are found. */
export interface TopImagesMember {
  model: ModelIdentityFragment;
  topImages: TopImagesFieldsFragment | null;
}

export interface FamilyTopImages {
  members: TopImagesMember[];
  asked: Question;
}

/** Of all members that have neurons of their own, in a single request. */
export async function readTopImages(
  models: ModelIdentityFragment[],
  variables: TopImagesQueryVariables,
): Promise<FamilyTopImages> {
  const { experiment } = await api.request(TopImagesDocument, variables);
  const found = new Map(experiment?.models.nodes.map(({ id, neuron }) => [id, neuron.topImages]));
  return {
    members: withNeurons(models).map((model) => ({ model, topImages: found.get(model.id) ?? null })),
    asked: question('top images', TopImagesDocument, variables),
  };
}
