import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('RateLimit', {
  description:
    'What the caller may still ask in this minute. A point is spent for each 100 values that an answer may hold.',
})
export class RateLimitType {
  @Field(() => Int, { description: 'Points a minute.' })
  limit!: number;

  @Field(() => Int, { description: 'Points that are left after this operation.' })
  remaining!: number;

  @Field(() => GraphQLDateTime, { description: 'When all of them are there again.' })
  resetAt!: Date;

  @Field(() => Int, { description: 'Points that this operation took.' })
  cost!: number;
}
