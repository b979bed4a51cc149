import { DomainError } from '@kindred/core';
import { ArgsType, Field, Int } from 'type-graphql';

const maximum = 100;

/** What every connection is asked with. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: `How many to answer, 1 to ${maximum}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

/** The arguments beside the page's, wherever they say something. */
export function filterOf({ first, after, ...filter }: PageArgs): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value != null));
}

/** Throws BAD_INPUT unless `first` is 1 to 100. */
export function checkFirst(first: number): void {
  if (first >= 1 && first <= maximum) return;
  throw new DomainError('BAD_INPUT', `first: ${first} is not a page’s size: ask for 1 to ${maximum}.`);
}
