import { DomainError } from '@kindred/core';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const maximumTries = 20;
const windowSeconds = 60 * 60;
const longestEmail = 254;

export interface PasswordTries {
  /** Counts a try. Throws RATE_LIMITED, before the password is looked at, for an account that was tried too often. */
  count(email: string): Promise<void>;
  /** The password was right: it all begins anew. */
  forget(email: string): Promise<void>;
}

/**
 * Tries of an account's password, from wherever they come: better-auth counts those of an address. Of accounts that there aren't,
 * too, so that nobody can tell. Kept in memory.
 */
export function createPasswordTries(): PasswordTries {
  const limiter = new RateLimiterMemory({ points: maximumTries, duration: windowSeconds });
  const keyOf = (email: string) => email.toLowerCase().slice(0, longestEmail);
  return {
    async count(email) {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(keyOf(email));
      if (consumedPoints <= maximumTries) return;
      const retryAfterSeconds = Math.ceil(msBeforeNext / 1000);
      throw new DomainError(
        'RATE_LIMITED',
        `Too many passwords were tried for this account: try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
        { retryAfterSeconds },
      );
    },
    async forget(email) {
      await limiter.delete(keyOf(email));
    },
  };
}
