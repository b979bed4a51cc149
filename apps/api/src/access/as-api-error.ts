import { DomainError } from '@kindred/core';
import { APIError } from 'better-auth/api';

/** What better-auth answers where we refuse something. */
export async function asApiError<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, retryAfterSeconds } = error;
    if (retryAfterSeconds === undefined) throw new APIError('FORBIDDEN', { code, message });
    throw new APIError('TOO_MANY_REQUESTS', { code, message }, { 'Retry-After': String(retryAfterSeconds) });
  }
}
