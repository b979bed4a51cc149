import {
  ExperimentDocument,
  type ExperimentQuery,
  HomeDocument,
  type HomeQuery,
  KindredError,
} from '@kindred/client';
import { api } from '../../api.ts';
import { type ListView, listQuery } from './list-view.ts';

export type ListedExperiment = HomeQuery['experiments']['nodes'][number];
export type Experiment = NonNullable<ExperimentQuery['experiment']>;

export interface ExperimentPage {
  experiments: ListedExperiment[];
  /** Of all pages. */
  total: number;
  /** Where the next page starts; null on the last. */
  next: string | null;
  /** What experiments can be looked for by, by name. */
  datasets: string[];
  architectures: string[];
  /** Whether who looks may start one. */
  mayStart: boolean;
}

/** A page of experiments, in one question. */
export async function readExperiments(view: ListView): Promise<ExperimentPage> {
  const { viewer, experiments, datasets, architectures } = await api.request(HomeDocument, {
    first: 20,
    ...listQuery(view),
  });
  const { hasNextPage, endCursor } = experiments.pageInfo;
  return {
    experiments: experiments.nodes,
    total: experiments.totalCount,
    next: hasNextPage ? endCursor : null,
    datasets: datasets.map(({ name }) => name),
    architectures: architectures.map(({ name }) => name),
    mayStart: viewer.role !== 'VIEWER',
  };
}

/** With whether who looks may start another one. Throws NOT_FOUND for an unknown id. */
export async function readExperiment(id: string): Promise<Experiment & { mayStart: boolean }> {
  const { viewer, experiment } = await api.request(ExperimentDocument, { id });
  if (!experiment) throw new KindredError('NOT_FOUND', `There is no experiment "${id}".`);
  return { ...experiment, mayStart: viewer.role !== 'VIEWER' };
}
