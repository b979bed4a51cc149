import {
  ExperimentDocument,
  type ExperimentQuery,
  HomeDocument,
  type HomeQuery,
  KindredError,
} from '@kindred/client';
import { api } from '../../api.ts';
import { type Question, question } from '../copy/question.ts';
import { type ListView, listQuery } from './list-view.ts';

export type ListedExperiment = HomeQuery['experiments']['nodes'][number];

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
  asked: Question[];
}

export interface ExperimentRead extends NonNullable<ExperimentQuery['experiment']> {
  /** Whether who looks may start another one. */
  mayStart: boolean;
  asked: Question[];
}

/** A page of experiments, in one question. */
export async function readExperiments(view: ListView): Promise<ExperimentPage> {
  const variables = { first: 20, ...listQuery(view) };
  const { viewer, experiments, datasets, architectures } = await api.request(HomeDocument, variables);
  const { hasNextPage, endCursor } = experiments.pageInfo;
  return {
    experiments: experiments.nodes,
    total: experiments.totalCount,
    next: hasNextPage ? endCursor : null,
    datasets: datasets.map(({ name }) => name),
    architectures: architectures.map(({ name }) => name),
    mayStart: viewer.role !== 'VIEWER',
    asked: [question('experiments', HomeDocument, variables)],
  };
}

/** Throws NOT_FOUND for an unknown id. */
export async function readExperiment(id: string): Promise<ExperimentRead> {
  const { viewer, experiment } = await api.request(ExperimentDocument, { id });
  if (!experiment) throw new KindredError('NOT_FOUND', `There is no experiment "${id}".`);
  const asked = [question('family', ExperimentDocument, { id })];
  return { ...experiment, mayStart: viewer.role !== 'VIEWER', asked };
}
