import { DomainError } from '../errors/domain-error.ts';

/** NOT_FOUND, for who reads it in the dashboard too. */
export const noExperiment = (id: string): DomainError =>
  new DomainError(
    'NOT_FOUND',
    `No experiment has the id ${id}: it is gone, or belongs to another workspace.`,
  );
