import {
  type CatalogueQuery,
  type ExperimentInput,
  KindredError,
  NewExperimentDocument,
} from '@kindred/client';
import { exampleExperiment } from '@kindred/client/experiment-text';
import { api } from '../../api.ts';
import { readFamily } from '../models/read-family.ts';

export interface Start {
  /** What stands in the form at first. */
  start: ExperimentInput;
  catalogue: CatalogueQuery;
  mayStart: boolean;
}

/**
 * What a form for a new experiment starts from: an experiment like another one by the next seed, or the first experiment on what is
 * there. Throws NOT_FOUND for an unknown one, UNAVAILABLE while no worker has said what can be trained here.
 */
export async function readStart(like: string | undefined): Promise<Start> {
  const { viewer, ...catalogue } = await api.request(NewExperimentDocument);
  if (catalogue.datasets.length === 0 || catalogue.architectures.length === 0)
    throw new KindredError(
      'UNAVAILABLE',
      'No worker has started here yet, and only workers know what can be trained. Start one and look again.',
    );
  const start = like === undefined ? onWhatIsThere(catalogue) : await likeAnother(like);
  return { start, catalogue, mayStart: viewer.role !== 'VIEWER' };
}

async function likeAnother(id: string): Promise<ExperimentInput> {
  const { configuration } = await readFamily(id);
  const input = configuration as ExperimentInput;
  return { ...input, seed: input.seed + 1 };
}

function onWhatIsThere({ datasets, architectures }: CatalogueQuery): ExperimentInput {
  const { data, parent } = exampleExperiment;
  const dataset = datasets.find((one) => one.name === data.name) ?? datasets[0]!;
  const architecture = architectures.find((one) => one.name === parent.architecture) ?? architectures[0]!;
  return {
    ...exampleExperiment,
    name: `A look at ${dataset.name}`,
    data: {
      ...data,
      name: dataset.name,
      train: Math.min(data.train, dataset.trainImages),
      test: Math.min(data.test, dataset.testImages),
    },
    parent: { ...parent, architecture: architecture.name },
  };
}
