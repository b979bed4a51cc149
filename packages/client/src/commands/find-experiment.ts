import type { KindredClient } from '../client.ts';
import {
  ExperimentStandingDocument,
  type ExperimentStandingFragment,
  LatestExperimentDocument,
} from '../generated/graphql.ts';
import { KindredError } from '../kindred-error.ts';

export const experimentHelp = 'an id, or latest for the newest one';

/** The experiment that a command names. Throws NOT_FOUND where there is none. */
export async function findExperiment(
  client: KindredClient,
  text: string,
): Promise<ExperimentStandingFragment> {
  if (text !== 'latest') {
    const { experiment } = await client.request(ExperimentStandingDocument, { id: text });
    return experiment!;
  }
  const { experiments } = await client.request(LatestExperimentDocument);
  const [newest] = experiments.nodes;
  if (newest) return newest;
  throw new KindredError('NOT_FOUND', 'There is no experiment here yet: start one with kindred run <file>.');
}
