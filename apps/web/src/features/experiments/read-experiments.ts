import {
  ExperimentDocument,
  type ExperimentQuery,
  ExperimentsDocument,
  type ExperimentsQuery,
  KindredError,
} from '@kindred/client';
import { api } from '../../api.ts';
import { readStrip, type Strip } from './family-strip.tsx';

export type ListedExperiment = ExperimentsQuery['experiments']['nodes'][number];
export type Experiment = NonNullable<ExperimentQuery['experiment']>;

export interface ExperimentPage {
  entries: { experiment: ListedExperiment; strip: Strip | null }[];
  total: number;
  /** Where the next page starts; null on the last. */
  next: string | null;
}

/** A page of experiments, newest first, each with the strip of its family. */
export async function readExperiments(after: string | undefined): Promise<ExperimentPage> {
  const { experiments } = await api.request(ExperimentsDocument, { first: 20, after: after ?? null });
  const entries = await Promise.all(
    experiments.nodes.map(async (experiment) => ({
      experiment,
      strip: await readStrip(experiment.id, experiment.visualizedNeurons),
    })),
  );
  const { hasNextPage, endCursor } = experiments.pageInfo;
  return { entries, total: experiments.totalCount, next: hasNextPage ? endCursor : null };
}

/** Throws NOT_FOUND for an unknown id. */
export async function readExperiment(id: string): Promise<Experiment> {
  const { experiment } = await api.request(ExperimentDocument, { id });
  if (!experiment) throw new KindredError('NOT_FOUND', `There is no experiment "${id}".`);
  return experiment;
}
