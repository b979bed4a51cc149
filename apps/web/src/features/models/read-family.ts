import { FamilyDocument, type FamilyQuery, KindredError } from '@kindred/client';
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
