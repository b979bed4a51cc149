import { DomainError } from '@kindred/core';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Some hundred pages of the dashboard: nobody alone shall keep the server from others for long. */
export const defaultPointsPerMinute = 100_000;

/** Values that an answer may hold for a point. */
const valuesAPoint = 100;
const windowSeconds = 60;

/** How a caller stands after an operation. */
export interface RateStanding {
  /** Points a minute. */
  limit: number;
  remaining: number;
  /** When all of them are there again. */
  resetAt: Date;
  /** Points that the operation took. */
  cost: number;
}

export interface RateLimit {
  /** Takes an operation's points from a caller's. Throws RATE_LIMITED, and when to come back. */
  take(caller: string, values: number): Promise<RateStanding>;
}

/** Points for every minute and caller, kept in memory: they are whole again after a restart. */
export function createRateLimit(limit: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: limit, duration: windowSeconds });
  return {
    async take(caller, values) {
      const cost = Math.max(1, Math.ceil(values / valuesAPoint));
      const standing = await limiter.consume(caller, cost).catch((refused) => refused);
      // What is no standing is an error of the library's.
      if (!(standing instanceof RateLimiterRes)) throw standing;
      const resetAt = new Date(Date.now() + standing.msBeforeNext);
      if (standing.consumedPoints > limit) {
        // What is refused is given back, so that a smaller operation may still pass.
        await limiter.reward(caller, cost);
        throw limited(limit, cost, resetAt);
      }
      return { limit, remaining: standing.remainingPoints, resetAt, cost };
    },
  };
}

function limited(limit: number, cost: number, resetAt: Date): DomainError {
  return new DomainError(
    'RATE_LIMITED',
    `This operation costs ${cost} points, and of ${limit} a minute too few are left: come back at ${resetAt.toISOString()}, or ask for less at once.`,
    // What costs more than all of them never passes.
    cost <= limit ? { retryAfterSeconds: secondsUntil(resetAt) } : {},
  );
}

/** Whole ones, 1 at least. */
export function secondsUntil(time: Date): number {
  return Math.max(1, Math.ceil((time.getTime() - Date.now()) / 1000));
}
