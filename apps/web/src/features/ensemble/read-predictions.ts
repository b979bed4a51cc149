import { FamilyPredictionsDocument, type FamilyPredictionsQuery, KindredError } from '@kindred/client';
import { api } from '../../api.ts';
import { type Question, question } from '../copy/question.ts';

type Experiment = NonNullable<FamilyPredictionsQuery['experiment']>;
type Model = Experiment['models']['nodes'][number];

/** A model whose predictions on the test images are stored. */
export type PredictedModel = Model & { evaluation: NonNullable<Model['evaluation']> };

export interface Predictions {
  experiment: Experiment;
  models: PredictedModel[];
  /** Names of what each method averages, by the method's name; only where all of them are measured. */
  ensembles: { name: string; members: string[] }[];
  /** Of all files together. */
  bytes: number;
  /** Whether who looks may ask for a measurement. */
  mayAsk: boolean;
  asked: Question[];
}

/** Throws NOT_FOUND for an unknown experiment. */
export async function readPredictions(id: string): Promise<Predictions> {
  const variables = { experiment: id };
  const { viewer, experiment } = await api.request(FamilyPredictionsDocument, variables);
  if (!experiment) throw new KindredError('NOT_FOUND', `There is no experiment "${id}".`);
  const models = experiment.models.nodes.filter((model) => isPredicted(model));
  const names = new Map(models.map((model) => [model.id, model.name]));
  const ensembles = experiment.ensembles.flatMap(({ name, members }) => {
    const known = members.flatMap((member) => names.get(member.id) ?? []);
    return known.length > 0 && known.length === members.length ? [{ name, members: known }] : [];
  });
  const bytes = models.reduce(
    (sum, { members, evaluation }) => sum + 4 * evaluation.images * members * experiment.dataset.classes,
    0,
  );
  const asked = [question('predictions', FamilyPredictionsDocument, variables)];
  return { experiment, models, ensembles, bytes, mayAsk: viewer.role !== 'VIEWER', asked };
}

const isPredicted = (model: Model): model is PredictedModel => Boolean(model.evaluation?.logitsDigest);
