import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page of a connection ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Give it as `after` for the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

/** The GraphQL type `<name>Connection`: a page of `nodes`. */
export function connectionOf(name: string, node: () => ClassType) {
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name.toLowerCase()}s.` })
  class Connection {
    @Field(() => [node()], { description: 'This page, in the order of the list.' })
    nodes!: object[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Length of the whole list.' })
    totalCount!: number;
  }
  return Connection;
}
