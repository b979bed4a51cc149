import { DomainError } from '@kindred/core';
import { APIError } from 'better-auth/api';

/** What better-auth answers where we refuse something. */
export async function asApiError<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new APIError('FORBIDDEN', { code: error.code, message: error.message });
  }
}
