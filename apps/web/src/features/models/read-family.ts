import { FamilyDocument, type FamilyQuery, KindredError, type ModelIdentityFragment } from '@kindred/client';
import { api } from '../../api.ts';
import { withNeurons } from './family.ts';

export type Family = NonNullable<FamilyQuery['experiment']>;

/** With the models that can be looked into. Throws NOT_FOUND for an unknown experiment. */
export async function readFamily(experiment: string): Promise<Family> {
  const answer = await api.request(FamilyDocument, { experiment });
  if (!answer.experiment) throw new KindredError('NOT_FOUND', `There is no experiment "${experiment}".`);
  const { models, ...rest } = answer.experiment;
  return { ...rest, models: { ...models, nodes: withNeurons(models.nodes) } };
}

/** The model to compare with. Throws BAD_INPUT, with the names that there are, for another. */
export function modelNamed(models: ModelIdentityFragment[], name: string): ModelIdentityFragment {
  const model = models.find((candidate) => candidate.name === name);
  if (model) return model;
  const names = models.map((candidate) => candidate.name).join(', ');
  throw new KindredError('BAD_INPUT', `This family has no model "${name}" to compare with: it has ${names}.`);
}
