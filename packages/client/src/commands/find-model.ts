import type { KindredClient } from '../client.ts';
import { FamilyNamesDocument, ModelDocument, type ModelPlaceFragment } from '../generated/graphql.ts';
import { KindredError } from '../kindred-error.ts';
import { pages } from '../pages.ts';
import { findExperiment } from './find-experiment.ts';

export const modelHelp = 'an id, or an experiment and a name, as latest/child-1';

/** The model that a command names. Throws NOT_FOUND where there is none, with those that there are. */
export async function findModel(client: KindredClient, text: string): Promise<ModelPlaceFragment> {
  const slash = text.indexOf('/');
  if (slash === -1) return (await client.request(ModelDocument, { id: text })).model!;

  const experiment = await findExperiment(client, text.slice(0, slash));
  const wanted = text.slice(slash + 1);
  const names: string[] = [];
  const variables = { experiment: experiment.id, first: 100 };
  for await (const model of pages(
    client,
    FamilyNamesDocument,
    variables,
    (found) => found.experiment?.models,
  )) {
    if (model.name === wanted) return model;
    names.push(model.name);
  }
  throw new KindredError(
    'NOT_FOUND',
    `The experiment “${experiment.name}” has no model "${wanted}": it has ${names.join(', ')}.`,
  );
}
