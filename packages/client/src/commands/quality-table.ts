import type { EvaluationFieldsFragment } from '../generated/graphql.ts';
import { table } from './columns.ts';
import { withInterval } from './numbers.ts';

interface Measured {
  name: string;
  /** Of a model. */
  id?: string;
  evaluation: EvaluationFieldsFragment | null;
}

/** How good models and ensembles are, each number with its interval. */
export function qualityTable(measured: readonly Measured[]): string {
  return table(
    ['', 'ACC %', '', 'NLL', '', 'ECE', '', ''],
    measured.map(({ name, id = '', evaluation }) => [
      name,
      ...withInterval(evaluation?.accuracy, 100, 2),
      ...withInterval(evaluation?.nll, 1, 4),
      ...withInterval(evaluation?.ece, 1, 4),
      id,
    ]),
  );
}

/** How much the members of ensembles disagree. */
export function diversityTable(ensembles: readonly Measured[]): string {
  return table(
    ['', 'PDR', '', 'KL', ''],
    ensembles.map(({ name, evaluation }) => [
      name,
      ...withInterval(evaluation?.pdr, 1, 4),
      ...withInterval(evaluation?.kl, 1, 4),
    ]),
  );
}
