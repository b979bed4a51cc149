import {
  ClaimedExperimentsDocument,
  type ClaimedExperimentsQuery,
  type ClaimFieldsFragment,
  ClaimsDocument,
  type ClaimsQuery,
} from '@kindred/client';
import { allPages } from '../../all-pages.ts';
import { api } from '../../api.ts';
import { type Question, question } from '../copy/question.ts';

export interface ClaimsPage {
  experiment: ClaimsQuery['experiment'];
  claims: ClaimFieldsFragment[];
  /** Those that may be looked at instead. */
  experiments: ClaimedExperimentsQuery['experiments']['nodes'];
  asked: Question[];
}

/** All claims beside an experiment, the newest that is done where none is named; null without any. Throws NOT_FOUND for an unknown one. */
export async function readClaims(named: string | undefined): Promise<ClaimsPage | null> {
  const { experiments } = await api.request(ClaimedExperimentsDocument, { first: 50 });
  const newest = experiments.nodes.find(({ status }) => status === 'DONE') ?? experiments.nodes[0];
  const id = named ?? newest?.id;
  if (id === undefined) return null;
  let experiment: ClaimsQuery['experiment'] = null;
  const variables = { experiment: id, first: 100 };
  const claims = await allPages(async (after) => {
    const answer = await api.request(ClaimsDocument, { ...variables, after });
    experiment = answer.experiment;
    return answer.claims;
  });
  const asked = [question('claims', ClaimsDocument, variables)];
  return { experiment, claims, experiments: experiments.nodes, asked };
}
