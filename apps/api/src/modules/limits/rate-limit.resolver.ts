import { Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import type { RateStanding } from '../../limits/rate-limit.ts';
import { RateLimitType } from './rate-limit.type.ts';

@Resolver()
export class RateLimitResolver {
  @Access('viewer')
  @Query(() => RateLimitType, { description: 'How the caller stands after this operation.' })
  rateLimit(@Ctx() { rateStanding }: Context): RateStanding {
    return rateStanding!;
  }
}
